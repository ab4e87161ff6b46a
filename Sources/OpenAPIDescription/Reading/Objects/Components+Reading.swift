import SourceDocuments

extension Components {
  /// - Parameter securitySchemes: The security schemes, which are read before all else.
  static func read(
    _ node: SourceNode,
    _ securitySchemes: [SecurityScheme],
    in context: ReadingContext
  ) -> Components {
    guard var reader = ObjectReader(node, "Components Object", in: context) else { return Components() }
    reader.ignore("securitySchemes")
    let components = Components(
      schemas: reader.members("schemas").map { member in
        let node = context.aliases(in: "schemas").targets[member.value] ?? member.value
        return NamedSchema(name: member.key, schema: context.schema(at: node))
      },
      securitySchemes: securitySchemes,
      responses: reader.members("responses").compactMap { Response.read($0.value, in: context) },
      parameters: reader.members("parameters").compactMap { Parameter.read($0.value, in: context) },
      requestBodies: reader.members("requestBodies").compactMap { RequestBody.read($0.value, in: context) },
      headers: reader.members("headers").compactMap { Header.read($0, in: context) },
      examples: reader.members("examples", .documentation).compactMap { Example.read($0, in: context) },
      links: reader.members("links", .documentation).compactMap { Link.read($0, in: context) },
      callbacks: reader.members("callbacks").compactMap { Callback.read($0, in: context) },
      pathItems: reader.members("pathItems", since: .openAPI31).compactMap { Webhook.read($0, in: context) },
      mediaTypes: reader.members("mediaTypes", since: .openAPI32).compactMap {
        MediaType.read($0, in: context)
      },
      origin: node
    )
    reader.finish()
    return components
  }
}
