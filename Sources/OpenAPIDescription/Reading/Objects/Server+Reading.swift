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
      description: reader.prose("description"),
      name: reader.prose("name", since: .openAPI32),
      variables: reader.members("variables").compactMap { ServerVariable.read($0, in: context) },
      origin: node
    )
    reader.finish()
    return url == nil ? nil : server.matchingVariables(in: context)
  }
}
