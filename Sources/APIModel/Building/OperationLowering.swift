import OpenAPIDescription
import SourceDocuments

/// Turns an operation object into an ``Operation``.
struct OperationLowering {
  let lowering: SchemaLowering
  let document: OpenAPIDocument

  func operation(_ operation: OpenAPIDescription.Operation, in item: PathItem, id: String) -> Operation {
    Operation(
      id: id,
      method: operation.method.uppercased(),
      path: item.path,
      summary: operation.summary ?? item.summary,
      description: operation.description ?? item.description,
      isDeprecated: operation.isDeprecated,
      parameters: ParameterLowering(lowering: lowering).parameters(of: operation, in: item, id: id),
      requestBody: operation.requestBody.flatMap {
        RequestBodyLowering(lowering: lowering).requestBody($0, id: id)
      },
      responses: ResponseLowering(lowering: lowering).responses(of: operation, id: id),
      security: (operation.security ?? document.security).map { requirement in
        SecurityAlternative(schemes: requirement.schemes.map(\.name))
      },
      origin: operation.origin
    )
  }
}
