import SourceDocuments

extension Contact {
  static func read(_ node: SourceNode, in context: ReadingContext) -> Contact? {
    guard var reader = ObjectReader(node, "Contact Object", in: context, .documentation) else { return nil }
    let contact = Contact(
      name: reader.prose("name"),
      url: reader.prose("url"),
      email: reader.prose("email"),
      origin: node
    )
    reader.finish()
    return contact
  }
}
