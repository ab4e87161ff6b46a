import SourceDocuments

extension Info {
  static func read(_ node: SourceNode, in context: ReadingContext) -> Info? {
    guard var reader = ObjectReader(node, "Info Object", in: context) else { return nil }
    let title = reader.requiredText("title")
    let version = reader.requiredText("version")
    let info = Info(
      title: title ?? "",
      version: version ?? "",
      summary: reader.note("summary", since: .openAPI31),
      description: reader.note("description"),
      termsOfService: reader.note("termsOfService"),
      contact: reader.value("contact").flatMap { Contact.read($0, in: context) },
      license: reader.value("license").flatMap { License.read($0, in: context) },
      origin: node
    )
    reader.finish()
    return title == nil || version == nil ? nil : info
  }
}

extension Contact {
  static func read(_ node: SourceNode, in context: ReadingContext) -> Contact? {
    guard var reader = ObjectReader(node, "Contact Object", in: context, .documentation) else { return nil }
    let contact = Contact(
      name: reader.note("name"),
      url: reader.note("url"),
      email: reader.note("email"),
      origin: node
    )
    reader.finish()
    return contact
  }
}

extension License {
  static func read(_ node: SourceNode, in context: ReadingContext) -> License? {
    guard var reader = ObjectReader(node, "License Object", in: context, .documentation) else { return nil }
    let license = License(
      name: reader.requiredText("name", .documentation) ?? "",
      identifier: reader.note("identifier", since: .openAPI31),
      url: reader.note("url"),
      origin: node
    )
    reader.finish()
    return license.name.isEmpty ? nil : license
  }
}
