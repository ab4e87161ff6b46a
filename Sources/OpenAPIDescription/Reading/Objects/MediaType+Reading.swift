import SourceDocuments

extension MediaType {
  /// Reads the field `content`, which several objects have.
  static func readAll(from reader: inout ObjectReader) -> [MediaType] {
    let context = reader.context
    return reader.members("content").compactMap { read($0, in: context) }
  }

  /// - Parameter member: A media type under its name. It may be a reference since OpenAPI 3.2.
  static func read(_ member: SourceMember, in context: ReadingContext) -> MediaType? {
    var node = member.value
    if context.dialect >= .openAPI32 {
      guard let reference = context.follow(node, section: "mediaTypes") else { return nil }
      node = reference.target
    }
    let mediaType = context.mediaTypes.value(at: node, in: context) {
      context.descend(into: node) { read(fieldsOf: node, in: context) }
    } whenRecursive: {
      context.diagnostics.append(.containsItself(member.value))
    }
    guard var mediaType else { return nil }
    mediaType.name = member.key
    return mediaType
  }

  private static func read(fieldsOf node: SourceNode, in context: ReadingContext) -> MediaType? {
    // A media type that is left empty in YAML allows anything, as an empty object does.
    if node.isNull { return MediaType(name: "", origin: node) }
    guard var reader = ObjectReader(node, "Media Type Object", in: context) else { return nil }
    let mediaType = MediaType(
      name: "",
      schema: reader.value("schema").flatMap { context.schema(at: $0) },
      itemSchema: reader.value("itemSchema", since: .openAPI32).flatMap { context.schema(at: $0) },
      encoding: reader.members("encoding").compactMap { Encoding.read($0, in: context) },
      prefixEncoding: reader.elements("prefixEncoding", since: .openAPI32).compactMap {
        Encoding.read($0, in: context)
      },
      itemEncoding: reader.value("itemEncoding", since: .openAPI32).flatMap {
        Encoding.read($0, in: context)
      },
      examples: Example.readAll(from: &reader),
      origin: node
    )
    reader.finish()
    return mediaType
  }
}
