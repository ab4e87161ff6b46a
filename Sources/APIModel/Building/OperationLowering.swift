import OpenAPIDescription
import SourceDocuments

/// Turns an operation object into an ``Operation``.
struct OperationLowering {
  let lowering: SchemaLowering
  let document: OpenAPIDocument

  func operation(_ operation: OpenAPIDescription.Operation, in item: PathItem, id: String) -> Operation {
    Operation(
      id: id,
      method: method(of: operation),
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
        SecurityAlternative(
          schemes: requirement.schemes.map(\.name),
          scopes: requirement.schemes.map(\.scopes)
        )
      },
      servers: servers(of: operation, in: item),
      origin: operation.origin
    )
  }

  /// The fields of a path item are methods in lower case; those of `additionalOperations` are methods as they are sent
  /// (OpenAPI 3.2, “Path Item Object”).
  private func method(of operation: OpenAPIDescription.Operation) -> String {
    let fields = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]
    return fields.contains(operation.method) ? operation.method.uppercased() : operation.method
  }

  /// OpenAPI 3.1.1 §4.8.10.1: the servers of an operation replace those of its path, these those of the API.
  private func servers(of operation: OpenAPIDescription.Operation, in item: PathItem) -> [Server] {
    let own = operation.servers.isEmpty ? item.servers : operation.servers
    return own.map(\.url) == document.servers.map(\.url) ? [] : own
  }
}
