import SourceDocuments

/// A parameter with `in: formData` (OpenAPI 2.0, Parameter Object).
struct SwaggerFormField {
  var name: String
  var isRequired: Bool
  var value: SwaggerValue
  var isFile: Bool
  var origin: SourceNode

  static func read(from reader: inout ObjectReader) -> SwaggerFormField? {
    let name = reader.requiredText("name")
    reader.ignore("description", "allowEmptyValue")
    let field = SwaggerFormField(
      name: name ?? "",
      isRequired: reader.flag("required") ?? false,
      value: SwaggerValue.read(from: &reader, isQuery: true, isDescribed: true),
      isFile: isFile(reader.node) || reader.node["items"].map(isFile) ?? false,
      origin: reader.node
    )
    return name == nil ? nil : field
  }

  private static func isFile(_ node: SourceNode) -> Bool {
    node["type"]?.string == "file"
  }
}

/// The fields of a form together: a body that is an object with a property for each.
struct SwaggerForm {
  var fields: [SwaggerFormField]
  /// The node of the list of parameters.
  var origin: SourceNode

  /// - Parameter mediaTypes: What the operation consumes; only the media types of forms can hold one.
  func requestBody(in mediaTypes: [SwaggerMediaTypes.Name], _ context: ReadingContext) -> RequestBody {
    let hasFile = fields.contains(where: \.isFile)
    var names = mediaTypes.filter { name in
      name.essence == SwaggerMediaTypes.Name.multipartForm
        || name.essence == SwaggerMediaTypes.Name.form && !hasFile
    }
    if names.isEmpty {
      let text = hasFile ? SwaggerMediaTypes.Name.multipartForm : SwaggerMediaTypes.Name.form
      names = [.init(text: text, origin: origin)]
    }
    let schema = schema(in: context)
    return RequestBody(
      isRequired: fields.contains(where: \.isRequired),
      content: names.map { name in
        MediaType(
          name: name.text,
          schema: schema,
          encoding: fields.compactMap(\.encoding),
          origin: name.origin
        )
      },
      origin: origin
    )
  }

  private func schema(in context: ReadingContext) -> Schema {
    if let schema = context.schemas[origin] { return schema }
    var keywords = SchemaKeywords()
    keywords.types = [.object]
    keywords.properties = fields.map { field in
      Property(
        name: field.name,
        schema: field.value.schema ?? Schema(origin: field.origin),
        origin: field.origin
      )
    }
    keywords.required = fields.filter(\.isRequired).map(\.name)
    let schema = Schema(origin: origin, keywords: keywords)
    context.register(schema)
    return schema
  }
}

extension SwaggerFormField {
  /// How the field's list is written; nil where that is the way of OpenAPI 3, or where each file is a part.
  fileprivate var encoding: Encoding? {
    guard !isFile, let format = value.collectionFormat, format != .multi else { return nil }
    return Encoding(propertyName: name, style: format.style, explode: false, origin: origin)
  }
}
