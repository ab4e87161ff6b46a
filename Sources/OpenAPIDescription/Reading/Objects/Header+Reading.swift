import SourceDocuments

extension Header {
  static func read(_ member: SourceMember, in context: ReadingContext) -> Header? {
    guard let reference = context.follow(member.value, section: "headers") else { return nil }
    let header = context.headers.value(at: reference.target, in: context) {
      read(fieldsOf: reference.target, in: context)
    } whenRecursive: {
      context.diagnostics.append(.containsItself(member.value))
    }
    guard var header else { return nil }
    header.name = member.key
    header.description = reference.description ?? header.description
    return header
  }

  private static func read(fieldsOf node: SourceNode, in context: ReadingContext) -> Header? {
    guard var reader = ObjectReader(node, "Header Object", in: context) else { return nil }
    if let style = reader.text("style"), style != ParameterStyle.simple.rawValue {
      context.diagnostics.append(.unknownHeaderStyle(style, at: node["style"] ?? node))
    }
    let header = Header(
      name: "",
      description: reader.prose("description"),
      isRequired: reader.flag("required") ?? false,
      isDeprecated: reader.flag("deprecated") ?? false,
      explode: reader.flag("explode") ?? false,
      schema: reader.value("schema").flatMap { context.schema(at: $0) },
      content: MediaType.readAll(from: &reader),
      examples: Example.readAll(from: &reader),
      origin: node
    )
    reader.ignore("allowEmptyValue", "allowReserved")
    reader.finish()
    context.checkSchemaOrContent(header.schema, header.content, at: node)
    return header
  }
}

extension Diagnostic {
  fileprivate static func unknownHeaderStyle(_ text: String, at node: SourceNode) -> Diagnostic {
    .warning("unknown-style", "'\(text)' is not a style of headers; simple is used", at: node)
  }
}
