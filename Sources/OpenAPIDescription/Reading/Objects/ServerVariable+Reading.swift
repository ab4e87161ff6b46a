import SourceDocuments

extension ServerVariable {
  static func read(_ member: SourceMember, in context: ReadingContext) -> ServerVariable? {
    guard var reader = ObjectReader(member.value, "Server Variable Object", in: context) else { return nil }
    let enumeration = reader.value("enum").map { context.texts(of: $0) }
    let description = reader.prose("description")
    var defaultValue = reader.text("default")
    if defaultValue == nil, let first = enumeration?.first {
      reader.reportMissing("default", .documentation, advice: "the first value of 'enum' is used instead")
      defaultValue = first
    } else if defaultValue == nil {
      reader.reportMissing("default")
    }
    reader.finish()
    return defaultValue.map { value in
      ServerVariable(
        name: member.key,
        defaultValue: value,
        enumeration: enumeration?.isEmpty == true ? nil : enumeration,
        description: description,
        origin: member.value
      )
    }
  }
}
