import Mustache
import SwiftModel

/// One operation.
struct OperationView: MustacheParent {
  let operation: OperationDeclaration
  let service: ServiceView

  init(_ operation: OperationDeclaration, in service: ServiceView) {
    self.operation = operation
    self.service = service
  }

  func child(named name: String) -> Any? {
    switch name {
    case "name": operation.name
    case "escapedName": SwiftIdentifier.escaped(operation.name)
    case "operationID": SwiftLiteral.string(operation.operationID)
    case "method": HTTPText.method(operation.method)
    case "path": SwiftLiteral.string(operation.path)
    case "security": security
    case "documentation": commentLines(operation.documentation)
    case "summary": operation.documentation.first ?? operation.name
    case "callDocumentation": commentLines(callDocumentation)
    case "usageExample": usageExample
    case "hasArguments": !arguments.isEmpty
    case "arguments": arguments
    case "parameters": operation.parameters.map(ArgumentView.init)
    case "body": section(operation.body.map { BodyView(body: $0) })
    case "labels": arguments.map { $0.label + ":" }.joined()
    case "testArguments": testArguments
    default: successChild(named: name)
    }
  }

  private func successChild(named name: String) -> Any? {
    let success = operation.success
    return switch name {
    case "returnsBody": success.kind != .empty
    case "returnsJSON": success.kind == .json
    case "returnsText": success.kind == .text
    case "returnsData": success.kind == .data
    case "successType": success.type
    case "decodedType": section(success.kind == .json ? success.type : nil)
    case "receiver": success.kind.receiver
    case "accepting":
      section(accepting)
    case "mediaType": SwiftLiteral.string(success.mediaType)
    case "status": HTTPText.status(success.statusCode)
    case "rawDelimiter": SwiftLiteral.rawDelimiter(for: success.example)
    case "exampleLines": exampleLines(success.example)
    case "exampleLiteral": SwiftLiteral.string(success.example)
    default: nil
    }
  }

  /// The media type to ask for, where it is not the usual one.
  private var accepting: String? {
    let success = operation.success
    return switch success.kind {
    case .empty: nil
    case .json:
      ["application/json", "*/*"].contains(success.mediaType) ? nil : SwiftLiteral.string(success.mediaType)
    case .text, .data: SwiftLiteral.string(success.mediaType)
    }
  }

  private var arguments: [ArgumentView] {
    (operation.body.map { [ArgumentView($0)] } ?? []) + operation.parameters.map(ArgumentView.init)
  }

  private var security: String {
    let alternatives = operation.security.map { schemes in
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
    if operation.success.kind != .empty {
      let text = operation.success.documentation
      lines.append("- Returns: \(text.isEmpty ? "The body of the response." : text)")
    }
    lines.append(
      "- Throws: ``APIError`` when the call fails\(operation.failureDocumentation.isEmpty ? "." : ":")"
    )
    lines += operation.failureDocumentation.map { "  " + $0 }
    if operation.isDeprecated { lines += ["", "> Warning: The API has deprecated this operation."] }
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
    return operation.success.kind == .empty ? call : "let response = \(call)"
  }
}

extension SuccessDeclaration.Kind {
  /// The method of the client's core that reads the body.
  fileprivate var receiver: String {
    switch self {
    case .empty: "empty"
    case .json: "json"
    case .text: "text"
    case .data: "data"
    }
  }
}

/// The lines of an example in a raw string literal.
func exampleLines(_ example: String) -> [String] {
  example.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
}
