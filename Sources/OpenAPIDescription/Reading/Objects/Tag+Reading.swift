import SourceDocuments

extension Tag {
  static func read(_ node: SourceNode, in context: ReadingContext) -> Tag? {
    guard var reader = ObjectReader(node, "Tag Object", in: context, .documentation) else { return nil }
    let name = reader.requiredText("name", .documentation)
    let tag = Tag(
      name: name ?? "",
      summary: reader.note("summary", since: .openAPI32),
      description: reader.note("description"),
      externalDocumentation: ExternalDocumentation.read(from: &reader),
      origin: node
    )
    _ = reader.value("parent", since: .openAPI32)
    _ = reader.value("kind", since: .openAPI32)
    reader.finish()
    return name == nil ? nil : tag
  }
}

extension ExternalDocumentation {
  /// Reads the field `externalDocs`, which several objects have.
  static func read(from reader: inout ObjectReader) -> ExternalDocumentation? {
    guard let node = reader.value("externalDocs") else { return nil }
    let name = "External Documentation Object"
    guard var own = ObjectReader(node, name, in: reader.context, .documentation) else { return nil }
    let url = own.requiredText("url", .documentation)
    let description = own.note("description")
    own.finish()
    return url.map { ExternalDocumentation(url: $0, description: description, origin: node) }
  }
}
