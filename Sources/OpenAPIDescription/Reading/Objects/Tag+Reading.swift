import SourceDocuments

extension Tag {
  static func read(_ node: SourceNode, in context: ReadingContext) -> Tag? {
    guard var reader = ObjectReader(node, "Tag Object", in: context, .documentation) else { return nil }
    let name = reader.requiredText("name", .documentation)
    let tag = Tag(
      name: name ?? "",
      summary: reader.prose("summary", since: .openAPI32),
      description: reader.prose("description"),
      externalDocumentation: ExternalDocumentation.read(from: &reader),
      origin: node
    )
    _ = reader.value("parent", since: .openAPI32)
    _ = reader.value("kind", since: .openAPI32)
    reader.finish()
    return name == nil ? nil : tag
  }
}
