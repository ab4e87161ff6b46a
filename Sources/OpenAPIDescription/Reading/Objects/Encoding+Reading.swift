import SourceDocuments

extension Encoding {
  static func read(_ member: SourceMember, in context: ReadingContext) -> Encoding? {
    read(member.value, propertyName: member.key, in: context)
  }

  /// Reads one of `prefixEncoding`, or `itemEncoding`, which apply by position (OpenAPI 3.2).
  static func read(_ node: SourceNode, in context: ReadingContext) -> Encoding? {
    read(node, propertyName: "", in: context)
  }

  private static func read(
    _ node: SourceNode,
    propertyName: String,
    in context: ReadingContext
  ) -> Encoding? {
    guard var reader = ObjectReader(node, "Encoding Object", in: context) else { return nil }
    let encoding = Encoding(
      propertyName: propertyName,
      contentType: reader.text("contentType"),
      headers: reader.members("headers").compactMap { Header.read($0, in: context) },
      style: reader.text("style").flatMap { style(named: $0, at: node, in: context) },
      explode: reader.flag("explode"),
      allowsReserved: reader.flag("allowReserved") ?? false,
      encoding: reader.members("encoding", since: .openAPI32).compactMap { inner in
        context.descend(into: inner.value) { read(inner, in: context) }
      },
      prefixEncoding: reader.elements("prefixEncoding", since: .openAPI32).compactMap { inner in
        context.descend(into: inner) { read(inner, in: context) }
      },
      itemEncoding: reader.value("itemEncoding", since: .openAPI32).flatMap { inner in
        context.descend(into: inner) { read(inner, in: context) }
      },
      origin: node
    )
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
