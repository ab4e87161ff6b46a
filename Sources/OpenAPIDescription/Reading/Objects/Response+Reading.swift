import SourceDocuments

extension Response {
  /// Reads the field `responses` of an operation.
  static func readAll(from reader: inout ObjectReader) -> [Response] {
    let context = reader.context
    return readAll(from: &reader) { read($0, in: context) }
  }

  /// - Parameter read: Reads a response, apart from its status.
  static func readAll(
    from reader: inout ObjectReader,
    _ read: (SourceNode) -> Response?
  ) -> [Response] {
    let context = reader.context
    guard reader.hasField("responses") else {
      // OpenAPI 3.1 no longer requires it.
      if context.dialect < .openAPI31 {
        reader.reportMissing("responses", .documentation, advice: "say at least what success looks like")
      }
      return []
    }
    return reader.members("responses").compactMap { member in
      guard !member.key.hasPrefix("x-") else { return nil }
      guard let status = ResponseStatus.read(member, in: context) else { return nil }
      guard var response = read(member.value) else { return nil }
      response.status = status
      return response
    }
  }

  /// Reads a response; its status is set by the caller.
  static func read(_ node: SourceNode, in context: ReadingContext) -> Response? {
    guard let reference = context.follow(node, section: "responses") else { return nil }
    let response = context.responses.value(at: reference.target, in: context) {
      read(fieldsOf: reference.target, in: context)
    } whenRecursive: {
      context.diagnostics.append(.containsItself(node))
    }
    guard var response else { return nil }
    response.componentName = reference.componentName
    response.summary = reference.summary ?? response.summary
    response.description = reference.description ?? response.description
    return response
  }

  private static func read(fieldsOf node: SourceNode, in context: ReadingContext) -> Response? {
    guard var reader = ObjectReader(node, "Response Object", in: context) else { return nil }
    let description = reader.prose("description")
    if description == nil, !reader.hasField("description"), context.dialect < .openAPI32 {
      reader.reportMissing("description", .documentation)
    }
    let response = Response(
      status: .default,
      summary: reader.prose("summary", since: .openAPI32),
      description: description,
      headers: reader.members("headers").compactMap { Header.read($0, in: context) },
      content: MediaType.readAll(from: &reader),
      links: reader.members("links", .documentation).compactMap { Link.read($0, in: context) },
      origin: node
    )
    reader.finish()
    return response
  }
}
