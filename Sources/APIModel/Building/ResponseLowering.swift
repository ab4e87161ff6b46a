import OpenAPIDescription
import SourceDocuments

/// Turns the response objects of an operation into ``Response`` values.
struct ResponseLowering {
  let lowering: SchemaLowering

  func responses(of operation: OpenAPIDescription.Operation, id: String) -> [Response] {
    let successes = operation.responses.count { $0.status.isSuccess }
    return operation.responses.map { response in
      let own = TypeContext.responseBody(
        operation: id,
        status: response.status,
        isOnlySuccess: response.status.isSuccess && successes == 1
      )
      let context = response.componentName.map(TypeContext.named) ?? own
      let content = ContentLowering(lowering: lowering).content(of: response.content, context: context)
      return Response(
        status: response.status,
        description: response.description,
        contents: content.map { [$0] } ?? [],
        headers: response.headers.compactMap(header),
        links: response.links,
        origin: response.origin
      )
    }
  }

  private func header(_ header: Header) -> ResponseHeader? {
    // OpenAPI 3.1.1 §4.8.17.1: the media type of a response is described by its content.
    guard header.name.lowercased() != "content-type" else { return nil }
    let media = header.content.first
    let schema = header.schema ?? media?.schema
    let value =
      schema.map { lowering.type(of: $0, context: .header(name: header.name)) }
      ?? ValueType(.scalar(Scalar(kind: .string)))
    return ResponseHeader(
      name: header.name,
      value: value.withoutNull,
      isRequired: header.isRequired,
      isDeprecated: header.isDeprecated,
      explode: header.explode,
      mediaType: media?.name,
      description: header.description ?? schema.flatMap { lowering.resolved($0).description },
      schema: schema,
      example: (header.examples + (media?.examples ?? [])).lazy.compactMap(\.value).first,
      origin: header.origin
    )
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
