import OpenAPIDescription
import SourceDocuments

/// Turns an operation object into an ``Operation``.
struct OperationLowering {
  let lowering: SchemaLowering
  let document: OpenAPIDocument

  func operation(_ operation: OpenAPIDescription.Operation, in item: PathItem, id: String) -> Operation {
    var result = Operation(
      id: id,
      method: operation.method.uppercased(),
      path: item.path,
      summary: operation.summary ?? item.summary,
      description: operation.description ?? item.description,
      isDeprecated: operation.isDeprecated,
      parameters: [],
      requestBody: nil,
      responses: [],
      security: (operation.security ?? document.security).map { requirement in
        SecurityAlternative(schemes: requirement.schemes.map(\.name))
      },
      origin: operation.origin
    )
    result.parameters = parameters(of: operation, in: item, id: id)
    result.requestBody = operation.requestBody.flatMap { requestBody($0, id: id) }
    let successes = operation.responses.count { $0.status.isSuccess }
    result.responses = operation.responses.map { response in
      let context = TypeContext.responseBody(
        operation: id,
        status: response.status,
        isOnlySuccess: response.status.isSuccess && successes == 1
      )
      return Response(
        status: response.status,
        description: response.description,
        content: content(
          of: response.content,
          context: response.componentName.map(TypeContext.named) ?? context
        ),
        origin: response.origin
      )
    }
    return result
  }

  // MARK: - Parameters

  private func parameters(
    of operation: OpenAPIDescription.Operation,
    in item: PathItem,
    id: String
  ) -> [Parameter] {
    let own = Set(operation.parameters.map(ParameterKey.init))
    let inherited = item.parameters.filter { !own.contains(ParameterKey($0)) }
    return (inherited + operation.parameters).compactMap { parameter(from: $0, id: id) }
  }

  private func parameter(from parameter: OpenAPIDescription.Parameter, id: String) -> Parameter? {
    // OpenAPI 3.1.1 §4.8.12.1: these three are described by other means and are to be ignored here.
    if parameter.location == .header,
      ["accept", "content-type", "authorization"].contains(parameter.name.lowercased())
    {
      return nil
    }
    if parameter.location == .cookie || parameter.location == .querystring {
      lowering.report(.unsupportedLocation(parameter))
      return nil
    }
    let context = TypeContext.parameter(operation: id, name: parameter.name)
    var value = ValueType(.scalar(Scalar(kind: .string)))
    if let schema = parameter.schema {
      value = lowering.type(of: schema, context: context)
    } else if let media = parameter.content.first {
      lowering.report(.unsupportedParameterContent(parameter, media.name))
    }
    let schema = parameter.schema.map { lowering.resolved($0) }
    return Parameter(
      name: parameter.name,
      location: parameter.location,
      value: value.withoutNull,
      isRequired: parameter.isRequired || parameter.location == .path,
      isDeprecated: parameter.isDeprecated,
      style: parameter.style,
      explode: parameter.explode,
      description: parameter.description ?? schema?.description,
      schema: parameter.schema,
      example: parameter.examples.lazy.compactMap(\.value).first,
      origin: parameter.origin
    )
  }

  // MARK: - Bodies

  private func requestBody(_ body: OpenAPIDescription.RequestBody, id: String) -> RequestBody? {
    let context = body.componentName.map(TypeContext.named) ?? .requestBody(operation: id)
    guard let content = content(of: body.content, context: context) else { return nil }
    return RequestBody(
      isRequired: body.isRequired,
      description: body.description,
      content: content,
      origin: body.origin
    )
  }

  /// The representation that is generated: JSON where there is any, else the first.
  private func content(of media: [MediaType], context: TypeContext) -> Content? {
    guard let chosen = media.first(where: { $0.isJSON }) ?? media.first else { return nil }
    for other in media where other.name != chosen.name { lowering.report(.otherContent(other, chosen)) }
    return Content(
      mediaType: chosen.name,
      kind: kind(of: chosen, context: context),
      schema: chosen.schema,
      example: chosen.examples.lazy.compactMap(\.value).first
    )
  }

  private func kind(of media: MediaType, context: TypeContext) -> Content.Kind {
    if media.isJSON {
      return .json(media.schema.map { lowering.type(of: $0, context: context) } ?? .any)
    }
    if media.essence.hasPrefix("text/") { return .text }
    if media.essence != "application/octet-stream", media.schema.map({ !$0.isBinary }) ?? false {
      lowering.report(.untypedContent(media))
    }
    return .binary
  }
}

/// OpenAPI 3.1.1 §4.8.10.1: a parameter is identified by name and location; an operation's own replaces the
/// path item's.
private struct ParameterKey: Hashable {
  var name: String
  var location: ParameterLocation

  init(_ parameter: OpenAPIDescription.Parameter) {
    name = parameter.name
    location = parameter.location
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

extension MediaType {
  /// The media type without its parameters, in lower case.
  var essence: String {
    let text = name.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init) ?? name
    return text.lowercased().filter { $0 != " " }
  }

  var isJSON: Bool { essence == "application/json" || essence.hasSuffix("+json") || essence == "*/*" }
}

extension Schema {
  fileprivate var isBinary: Bool { format == "binary" || (types.isEmpty && !isStructural) }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func unsupportedLocation(_ parameter: OpenAPIDescription.Parameter) -> Diagnostic {
    .warning(
      "unsupported-parameter",
      "the \(parameter.location) parameter '\(parameter.name)' is not generated",
      at: parameter.origin,
      advice: "send it through the headers of CallOptions"
    )
  }

  fileprivate static func unsupportedParameterContent(
    _ parameter: OpenAPIDescription.Parameter,
    _ mediaType: String
  ) -> Diagnostic {
    .warning(
      "unsupported-parameter",
      "the parameter '\(parameter.name)' is described by its content; it is generated as text in \(mediaType)",
      at: parameter.origin,
      advice: "pass the value in its serialised form"
    )
  }

  fileprivate static func otherContent(_ media: MediaType, _ chosen: MediaType) -> Diagnostic {
    .warning(
      "unsupported-content",
      "the representation '\(media.name)' is not generated; '\(chosen.name)' is",
      at: media.origin,
      advice: "remove the representation, or use only the generated one"
    )
  }

  fileprivate static func untypedContent(_ media: MediaType) -> Diagnostic {
    .warning(
      "unsupported-content",
      "a body in '\(media.name)' is generated as bytes, without its schema",
      at: media.origin,
      advice: "encode and decode the body yourself"
    )
  }
}
