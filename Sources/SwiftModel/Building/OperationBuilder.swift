import APIModel
import OpenAPIDescription
import SourceDocuments

/// Builds the declaration of an operation.
struct OperationBuilder {
  let context: BuildContext
  let usage: UsageExampleBuilder
  var diagnostics = Diagnostics()

  init(_ context: BuildContext, usage: UsageExampleBuilder) {
    self.context = context
    self.usage = usage
  }

  mutating func declaration(_ operation: APIModel.Operation, name: String) -> OperationDeclaration {
    var parameters = ParameterBuilder(context, usage: usage)
    let declared = parameters.declarations(operation.parameters)
    diagnostics.append(contentsOf: parameters.diagnostics.items)
    return OperationDeclaration(
      operationID: operation.id,
      name: name,
      method: operation.method,
      path: operation.path,
      security: operation.security.map(\.schemes),
      body: operation.requestBody.map(body),
      parameters: declared.parameters,
      success: success(of: operation),
      isDeprecated: operation.isDeprecated,
      documentation: documentation(of: operation),
      parameterDocumentation: parameterDocumentation(operation, declared.documentation),
      failureDocumentation: failureDocumentation(operation)
    )
  }

  // MARK: - Bodies

  private func body(_ body: APIModel.RequestBody) -> BodyDeclaration {
    let (kind, type) = swiftType(of: body.content)
    return BodyDeclaration(
      kind: kind,
      type: type,
      isRequired: body.isRequired,
      mediaType: body.content.mediaType,
      example: example(of: body.content),
      usage: kind == .json ? usage.body(of: type, example: exampleValue(of: body.content)) : "body",
      documentation: context.documentation.inline(body.description)
    )
  }

  private func swiftType(of content: Content) -> (ContentKind, String) {
    switch content.kind {
    case .json(let value): (.json, context.catalog.optionalText(value, in: []))
    case .text: (.text, "String")
    case .binary: (.data, "Data")
    }
  }

  private func exampleValue(of content: Content) -> ExampleValue {
    context.api.examples.example(of: content.schema, documented: content.example)
  }

  private func example(of content: Content) -> String {
    let value = exampleValue(of: content)
    switch content.kind {
    case .json: return value.jsonText(indentation: 2)
    case .text, .binary: return value.plainText ?? "example"
    }
  }

  // MARK: - Responses

  private mutating func success(of operation: APIModel.Operation) -> SuccessDeclaration {
    let successes = operation.successes
    let described = successes.isEmpty ? operation.responses.filter { $0.status == .default } : successes
    let filled = described.filter { $0.content != nil }
    guard let first = filled.first, let content = first.content else {
      return SuccessDeclaration(
        kind: .empty,
        type: "Void",
        isOptional: false,
        mediaType: "",
        statusCode: described.first?.status.answerCode ?? 204,
        example: "",
        documentation: ""
      )
    }
    let (kind, type) = swiftType(of: content)
    for other in filled.dropFirst() {
      if let content = other.content, swiftType(of: content).1 != type {
        diagnostics.append(.otherSuccess(other, operation))
      }
    }
    let isOptional = filled.count < described.count && !type.hasSuffix("?")
    return SuccessDeclaration(
      kind: kind.successKind,
      type: type + (isOptional ? "?" : ""),
      isOptional: isOptional,
      mediaType: content.mediaType,
      statusCode: first.status.answerCode,
      example: example(of: content),
      documentation: context.documentation.inline(first.description)
    )
  }

  // MARK: - Documentation

  private func documentation(of operation: APIModel.Operation) -> [String] {
    let summary = context.documentation.lines(operation.summary)
    let description = context.documentation.lines(operation.description)
    let fallback = ["`\(operation.method) \(SwiftLiteral.comment(operation.path))`"]
    if summary.isEmpty { return description.isEmpty ? fallback : description }
    return context.documentation.joined([summary, summary == description ? [] : description])
  }

  private func parameterDocumentation(_ operation: APIModel.Operation, _ parameters: [String]) -> [String] {
    guard let body = operation.requestBody else { return parameters }
    let text = context.documentation.inline(body.description)
    return ["  - body: \(text.isEmpty ? "The body of the request." : text)"] + parameters
  }

  private func failureDocumentation(_ operation: APIModel.Operation) -> [String] {
    operation.failures.map { failure in
      let text = context.documentation.inline(failure.description)
      var type = ""
      if case .json(let value) = failure.content?.kind, value.shape != .any {
        type = " with `\(context.catalog.text(value, in: []))`"
      }
      return "- \(failure.status.nameText)\(text.isEmpty ? "" : ": \(text)")\(type)"
    }
  }
}

extension ContentKind {
  fileprivate var successKind: SuccessDeclaration.Kind {
    switch self {
    case .json: .json
    case .text: .text
    case .data: .data
    }
  }
}

extension ResponseStatus {
  /// The code that a server answers with when the description leaves a choice.
  fileprivate var answerCode: Int {
    switch self {
    case .code(let code): code
    case .range(let hundreds): hundreds * 100
    case .default: 200
    }
  }
}

extension Diagnostic {
  fileprivate static func otherSuccess(
    _ response: APIModel.Response,
    _ operation: APIModel.Operation
  ) -> Diagnostic {
    .warning(
      "unsupported-responses",
      "operation '\(operation.id)' has successful responses of several types; this one is not generated",
      at: response.origin,
      advice: "read it from the raw response"
    )
  }
}
