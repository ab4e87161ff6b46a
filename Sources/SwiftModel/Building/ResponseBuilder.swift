import APIModel
import OpenAPIDescription
import SourceDocuments

/// Builds the declaration of what an operation answers.
struct ResponseBuilder {
  let contents: ContentBuilder
  var diagnostics = Diagnostics()

  init(_ contents: ContentBuilder) {
    self.contents = contents
  }

  /// What a successful call answers.
  mutating func success(of operation: APIModel.Operation) -> SuccessDeclaration {
    let successes = operation.successes
    let described = successes.isEmpty ? operation.responses.filter { $0.status == .default } : successes
    let filled = described.filter { !$0.contents.isEmpty }
    guard let first = filled.first, let content = first.contents.first else {
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
    let (kind, type) = contents.swiftType(of: content)
    for other in filled.dropFirst() {
      if let content = other.contents.first, contents.swiftType(of: content).1 != type {
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
      example: contents.example(of: content),
      documentation: contents.context.documentation.inline(first.description)
    )
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
