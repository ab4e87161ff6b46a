import SourceDocuments

extension Tag {
  static func read(_ node: SourceNode, in context: ReadingContext) -> Tag? {
    guard var reader = ObjectReader(node, "Tag Object", in: context, .documentation) else { return nil }
    let name = reader.requiredText("name", .documentation)
    let tag = Tag(
      name: name ?? "",
      summary: reader.prose("summary", since: .openAPI32),
      description: reader.prose("description"),
      parent: reader.prose("parent", since: .openAPI32),
      kind: reader.prose("kind", since: .openAPI32),
      externalDocumentation: ExternalDocumentation.read(from: &reader),
      origin: node
    )
    reader.finish()
    return name == nil ? nil : tag
  }
}
