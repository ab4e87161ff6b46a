import SourceDocuments

extension Link {
  /// Nothing that is generated depends on links, so faults in them are warnings.
  static func read(_ member: SourceMember, in context: ReadingContext) -> Link? {
    guard let reference = context.follow(member.value, section: "links", .documentation) else { return nil }
    let node = reference.target
    guard var reader = ObjectReader(node, "Link Object", in: context, .documentation) else { return nil }
    let link = Link(
      name: member.key,
      operationID: reader.prose("operationId"),
      operationReference: reader.prose("operationRef"),
      description: reference.description ?? reader.prose("description"),
      parameters: reader.members("parameters", .documentation).map { parameter in
        LinkParameter(name: parameter.key, value: parameter.value)
      },
      origin: node
    )
    reader.ignore("description", "requestBody", "server")
    reader.finish()
    return link
  }
}
