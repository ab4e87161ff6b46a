import OpenAPIDescription

/// Turns a request body object into a ``RequestBody``.
struct RequestBodyLowering {
  let lowering: SchemaLowering

  func requestBody(_ body: OpenAPIDescription.RequestBody, id: String) -> RequestBody? {
    let context = body.componentName.map(TypeContext.named) ?? .requestBody(operation: id)
    guard let content = ContentLowering(lowering: lowering).content(of: body.content, context: context) else {
      return nil
    }
    return RequestBody(
      isRequired: body.isRequired,
      description: body.description,
      contents: [content],
      origin: body.origin
    )
  }
}
