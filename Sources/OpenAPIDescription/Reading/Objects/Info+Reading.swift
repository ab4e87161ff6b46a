import SourceDocuments

extension Info {
  static func read(_ node: SourceNode, in context: ReadingContext) -> Info? {
    guard var reader = ObjectReader(node, "Info Object", in: context) else { return nil }
    let title = reader.requiredText("title")
    let version = reader.requiredText("version")
    let info = Info(
      title: title ?? "",
      version: version ?? "",
      summary: reader.prose("summary", since: .openAPI31),
      description: reader.prose("description"),
      termsOfService: reader.prose("termsOfService"),
      contact: reader.value("contact").flatMap { Contact.read($0, in: context) },
      license: reader.value("license").flatMap { License.read($0, in: context) },
      origin: node
    )
    reader.finish()
    return title == nil || version == nil ? nil : info
  }
}
