import SourceDocuments

extension ExternalDocumentation {
  /// Reads the field `externalDocs`, which several objects have.
  static func read(from reader: inout ObjectReader) -> ExternalDocumentation? {
    guard let node = reader.value("externalDocs") else { return nil }
    let name = "External Documentation Object"
    guard var own = ObjectReader(node, name, in: reader.context, .documentation) else { return nil }
    let url = own.requiredText("url", .documentation)
    let description = own.prose("description")
    own.finish()
    return url.map { ExternalDocumentation(url: $0, description: description, origin: node) }
  }
}
