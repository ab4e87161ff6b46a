import SourceDocuments

extension License {
  static func read(_ node: SourceNode, in context: ReadingContext) -> License? {
    guard var reader = ObjectReader(node, "License Object", in: context, .documentation) else { return nil }
    let license = License(
      name: reader.requiredText("name", .documentation) ?? "",
      identifier: reader.prose("identifier", since: .openAPI31),
      url: reader.prose("url"),
      origin: node
    )
    reader.finish()
    return license.name.isEmpty ? nil : license
  }
}
