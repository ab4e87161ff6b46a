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
    let contents = ContentBuilder(context, usage: usage)
    var responses = ResponseBuilder(contents)
    defer { diagnostics.append(contentsOf: responses.diagnostics.items) }
    return OperationDeclaration(
      operationID: operation.id,
      name: name,
      method: operation.method,
      path: operation.path,
      security: operation.security.map(\.schemes),
      body: operation.requestBody.flatMap { contents.body($0) },
      parameters: declared.parameters,
      success: responses.success(of: operation),
      isDeprecated: operation.isDeprecated,
      documentation: documentation(of: operation),
      parameterDocumentation: parameterDocumentation(operation, declared.documentation),
      failureDocumentation: failureDocumentation(operation)
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
      if case .json(let value) = failure.contents.first?.kind, value.shape != .any {
        type = " with `\(context.catalog.text(value, in: []))`"
      }
      return "- \(failure.status.nameText)\(text.isEmpty ? "" : ": \(text)")\(type)"
    }
  }
}
