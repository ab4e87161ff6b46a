import SourceDocuments

/// The media types of the bodies that operations take and give: the fields `consumes` and `produces` of
/// OpenAPI 2.0, which OpenAPI 3 replaced by the keys of `content`.
struct SwaggerMediaTypes {
  /// A media type with the place it was named at.
  struct Name {
    var text: String
    var origin: SourceNode
  }

  var consumes: [Name] = []
  var produces: [Name] = []

  /// Reads the fields of a document or an operation; what an operation says replaces what the document says,
  /// even when it names nothing.
  static func read(from reader: inout ObjectReader, default inherited: SwaggerMediaTypes) -> SwaggerMediaTypes
  {
    SwaggerMediaTypes(
      consumes: names("consumes", from: &reader) ?? inherited.consumes,
      produces: names("produces", from: &reader) ?? inherited.produces
    )
  }

  private static func names(_ field: String, from reader: inout ObjectReader) -> [Name]? {
    let context = reader.context
    guard let node = reader.value(field) else { return nil }
    var known: Set<String> = []
    return context.textNodes(of: node).compactMap { element in
      guard let text = context.text(of: element), known.insert(text).inserted else { return nil }
      return Name(text: text, origin: element)
    }
  }
}

extension SwaggerMediaTypes.Name {
  /// The media type without its parameters, in lower case.
  var essence: String {
    String(text.prefix { $0 != ";" }).lowercased().filter { $0 != " " }
  }

  static let form = "application/x-www-form-urlencoded"
  static let multipartForm = "multipart/form-data"
}
