import SourceDocuments

extension RequestBody {
  static func read(_ node: SourceNode, in context: ReadingContext) -> RequestBody? {
    guard let reference = context.follow(node, section: "requestBodies") else { return nil }
    let body = context.requestBodies.value(at: reference.target, in: context) {
      read(fieldsOf: reference.target, in: context)
    } whenRecursive: {
      context.diagnostics.append(.containsItself(node))
    }
    guard var body else { return nil }
    body.componentName = reference.componentName
    body.description = reference.description ?? body.description
    return body
  }

  private static func read(fieldsOf node: SourceNode, in context: ReadingContext) -> RequestBody? {
    guard var reader = ObjectReader(node, "Request Body Object", in: context) else { return nil }
    let hasContent = node["content"] != nil
    let body = RequestBody(
      description: reader.prose("description"),
      isRequired: reader.flag("required") ?? false,
      content: MediaType.readAll(from: &reader),
      origin: node
    )
    if !hasContent { reader.reportMissing("content", .documentation) }
    reader.finish()
    return body
  }
}
