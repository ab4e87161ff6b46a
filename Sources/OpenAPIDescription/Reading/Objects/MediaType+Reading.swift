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
      examples: Example.readAll(from: &reader),
      origin: node
    )
    _ = reader.value("prefixEncoding", since: .openAPI32)
    _ = reader.value("itemEncoding", since: .openAPI32)
    reader.finish()
    return mediaType
  }
}

extension Encoding {
  static func read(_ member: SourceMember, in context: ReadingContext) -> Encoding? {
    guard var reader = ObjectReader(member.value, "Encoding Object", in: context) else { return nil }
    let encoding = Encoding(
      propertyName: member.key,
      contentType: reader.text("contentType"),
      headers: reader.members("headers").compactMap { Header.read($0, in: context) },
      style: reader.text("style").flatMap { style(named: $0, at: member.value, in: context) },
      explode: reader.flag("explode"),
      allowsReserved: reader.flag("allowReserved") ?? false,
      origin: member.value
    )
    _ = reader.value("encoding", since: .openAPI32)
    _ = reader.value("prefixEncoding", since: .openAPI32)
    _ = reader.value("itemEncoding", since: .openAPI32)
    reader.finish()
    return encoding
  }

  /// The styles of query parameters hold for the properties of forms too (OpenAPI 3.1.1 §4.8.15.1.2).
  private static func style(
    named text: String,
    at node: SourceNode,
    in context: ReadingContext
  ) -> ParameterStyle? {
    let styles: [ParameterStyle] = [.form, .spaceDelimited, .pipeDelimited, .deepObject]
    if let style = ParameterStyle(rawValue: text), styles.contains(style) { return style }
    context.diagnostics.append(.unknownEncodingStyle(text, at: node["style"] ?? node))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownEncodingStyle(_ text: String, at node: SourceNode) -> Diagnostic {
    .warning(
      "unknown-style",
      "'\(text)' is not a style of form properties; the default is used",
      at: node,
      advice: "write one of: form, spaceDelimited, pipeDelimited, deepObject"
    )
  }
}
