import SourceDocuments

extension Server {
  /// Reads the field `servers`, which several objects have.
  static func readAll(from reader: inout ObjectReader) -> [Server] {
    let context = reader.context
    return reader.elements("servers").compactMap { read($0, in: context) }
  }

  static func read(_ node: SourceNode, in context: ReadingContext) -> Server? {
    guard var reader = ObjectReader(node, "Server Object", in: context) else { return nil }
    let url = reader.requiredText("url")
    let server = Server(
      url: url ?? "",
      description: reader.note("description"),
      name: reader.note("name", since: .openAPI32),
      variables: reader.members("variables").compactMap { ServerVariable.read($0, in: context) },
      origin: node
    )
    reader.finish()
    return url == nil ? nil : server.matchingVariables(in: context)
  }
}

extension ServerVariable {
  static func read(_ member: SourceMember, in context: ReadingContext) -> ServerVariable? {
    guard var reader = ObjectReader(member.value, "Server Variable Object", in: context) else { return nil }
    let enumeration = reader.value("enum").map { context.texts(of: $0) }
    let description = reader.note("description")
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
