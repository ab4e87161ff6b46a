import SwiftModel
import TemplateEngine

/// One operation.
struct OperationView: TemplateView {
  let operation: OperationDeclaration
  let service: ServiceView

  init(_ operation: OperationDeclaration, in service: ServiceView) {
    self.operation = operation
    self.service = service
  }

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(operation.name)
    case "escapedName": .text(SwiftIdentifier.escaped(operation.name))
    case "operationID": .text(SwiftLiteral.string(operation.operationID))
    case "method": .text(HTTPText.method(operation.method))
    case "path": .text(SwiftLiteral.string(operation.path))
    case "security": .text(security(operation.security))
    case "clientSecurity": .text(security(operation.clientSecurity))
    case "servers": .optional(operation.servers.isEmpty ? nil : operation.servers.joined(separator: ", "))
    case "documentation": .texts(commentLines(operation.documentation))
    case "summary": .text(operation.documentation.first ?? operation.name)
    case "callDocumentation": .texts(commentLines(callDocumentation))
    case "failureMediaType": .optional(operation.failureMediaType.map(SwiftLiteral.string))
    case "usageExample": .text(usageExample)
    case "deprecation": .optional(deprecation)
    case "hasArguments": .flag(!arguments.isEmpty)
    case "arguments": .views(arguments)
    case "parameters":
      .views(operation.parameters.filter { $0.location != .contentType }.map(ArgumentView.init))
    case "body": .optional(operation.body.map { BodyView(body: $0) })
    case "bodyReader": .text(bodyReader(of: operation.name))
    case "labels": .text(arguments.map { $0.label + ":" }.joined())
    case "testArguments": .texts(testArguments)
    case "isChecked": .flag(!checks.isEmpty)
    case "checks": .views(checks)
    case "boundArguments": .texts(boundArguments)
    case "isCheckedOnReading": .flag(!checksOnReading.isEmpty)
    case "checksOnReading": .views(checksOnReading)
    default: successValue(named: name)
    }
  }

  private func successValue(named name: String) -> TemplateValue? {
    let success = operation.success
    return switch name {
    case "returnsBody": .flag(success.type != "Void")
    case "successType": .text(success.type)
    case "status": .text(HTTPText.status(success.statusCode))
    case "isRedirect": .flag(isRedirect)
    case "response": .optional(response)
    case "choice": .optional(choice.map { ResultView(result: $0) })
    case "documentedHeaders": .optional(documentedHeaders)
    case "handlerDocumentation": .texts(commentLines(handlerDocumentation))
    default: nil
    }
  }

  private var isRedirect: Bool {
    if case .redirect = operation.success.shape { true } else { false }
  }

  private var response: ResponseBodyView? {
    guard case .body(let body, let emptyStatus) = operation.success.shape else { return nil }
    return ResponseBodyView(
      body: body,
      statusCode: operation.success.statusCode,
      emptyStatus: emptyStatus,
      variable: "answer",
      accepted: operation.success.mediaTypes
    )
  }

  private var choice: ResultDeclaration? {
    if case .choice(let result) = operation.success.shape { result } else { nil }
  }

  private var arguments: [ArgumentView] {
    (operation.body.map { [ArgumentView($0, operationName: operation.name)] } ?? [])
      + operation.parameters.map(ArgumentView.init)
  }

  private var deprecation: String? {
    guard operation.isDeprecated, service.package.package.marksDeprecations else { return nil }
    return SwiftLiteral.string("The API has deprecated the operation '\(operation.operationID)'.")
  }

  // MARK: - Checks

  /// The checks of an endpoint's arguments.
  private var checks: [CheckView] {
    operation.checks.map { CheckView($0) }
  }

  /// The arguments of an endpoint's case, of which only those are bound that are checked.
  private var boundArguments: [String] {
    let names = Set(operation.checks.map(\.subject))
    return arguments.map { names.contains($0.name) ? "let \(SwiftIdentifier.escaped($0.name))" : "_" }
  }

  /// The checks of parameters as a route reads them; values with parts, and bodies, are checked in reading them.
  private var checksOnReading: [CheckView] {
    operation.checks.filter { $0.method != "value" && $0.subject != "body" }.compactMap { check in
      arguments.first { $0.name == check.subject }.map { CheckView(check, of: $0.reading) }
    }
  }

  private func security(_ alternatives: [[String]]) -> String {
    let alternatives = alternatives.map { schemes in
      "[\(schemes.map(SwiftLiteral.string).joined(separator: ", "))]"
    }
    return "[\(alternatives.joined(separator: ", "))]"
  }

  private var testArguments: [String] {
    var result = operation.body == nil ? [] : ["body"]
    for parameter in operation.parameters {
      if let sample = parameter.sample {
        result.append("\(parameter.name): \(sample)")
      } else if parameter.isRequired {
        result.append("\(parameter.name): Example.value(\(parameter.type).self, \"example\")")
      }
    }
    return result
  }

  // MARK: - Documentation

  private var callDocumentation: [String] {
    var lines = operation.documentation
    lines += ["", "```swift"] + usageLines + ["```", "", "- Parameters:"]
    lines += operation.parameterDocumentation
    lines.append("  - options: Timeout, headers and other settings for this call alone.")
    if operation.success.type != "Void" {
      let text = operation.success.documentation
      lines.append("- Returns: \(text.isEmpty ? "The body of the response." : text)")
    }
    let reading = operation.hasTypedFailures ? "; `decode(_:)` reads the documented body" : ""
    lines.append(
      "- Throws: ``APIError`` when the call fails\(reading)\(operation.failureDocumentation.isEmpty ? "." : ":")"
    )
    lines += operation.failureDocumentation.map { "  " + $0 }
    if !operation.linkDocumentation.isEmpty {
      lines += ["", "What may follow:"] + operation.linkDocumentation
    }
    if operation.isDeprecated { lines += ["", "> Warning: The API has deprecated this operation."] }
    return lines
  }

  private var documentedHeaders: String? {
    let headers = operation.success.headerNames.map { "`\($0)`" }
    return headers.isEmpty ? nil : headers.joined(separator: ", ")
  }

  private var handlerDocumentation: [String] {
    var lines = operation.documentation
    if let other = operation.shadowingOperation {
      lines += [
        "", "The router never asks for it: its requests look like those of `\(other)`, which answers them.",
      ]
    }
    if let documentedHeaders {
      lines += ["", "Documented headers, for `context.response.headers`: \(documentedHeaders)."]
    }
    if !operation.failureDocumentation.isEmpty {
      lines += ["", "- Throws: ``HandlerError`` for a failure, of which these are documented:"]
      lines += operation.failureDocumentation.map { "  " + $0 }
    }
    return lines
  }

  /// The example, broken to fit between the slashes and the margin.
  private var usageLines: [String] {
    LineBreaker.broken(usageExample).split(separator: "\n").map(String.init)
  }

  private var usageExample: String {
    let values = arguments.filter(\.isRequired).map { $0.forwardedLabel + $0.usage }
    let path = [service.package.package.names.exampleVariable, service.service.propertyName, operation.name]
    let call = "try await \(path.joined(separator: "."))(\(values.joined(separator: ", ")))"
    return operation.success.type == "Void" ? call : "let response = \(call)"
  }
}

/// The lines of an example in a raw string literal.
func exampleLines(_ example: String) -> [String] {
  TextLines.of(example).map(String.init)
}
