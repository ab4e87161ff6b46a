import OpenAPIDescription

/// Turns the response objects of an operation into ``Response``s.
struct ResponseLowering {
  let lowering: SchemaLowering

  func responses(of operation: OpenAPIDescription.Operation, id: String) -> [Response] {
    let successes = operation.responses.count { $0.status.isSuccess }
    return operation.responses.map { response in
      let context = TypeContext.responseBody(
        operation: id,
        status: response.status,
        isOnlySuccess: response.status.isSuccess && successes == 1
      )
      return Response(
        status: response.status,
        description: response.description,
        content: ContentLowering(lowering: lowering).content(
          of: response.content,
          context: response.componentName.map(TypeContext.named) ?? context
        ),
        origin: response.origin
      )
    }
  }
}

extension ResponseStatus {
  fileprivate var isSuccess: Bool {
    switch self {
    case .code(let code): (200..<300).contains(code)
    case .range(let hundreds): hundreds == 2
    case .default: false
    }
  }
}
