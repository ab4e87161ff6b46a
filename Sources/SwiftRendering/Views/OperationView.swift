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

/// An argument of a call: the body, or a parameter.
struct ArgumentView: MustacheParent {
  let label: String
  let name: String
  let type: String
  let isRequired: Bool
  let usage: String
  private let parameter: ParameterDeclaration?
  private let body: BodyDeclaration?

  init(_ parameter: ParameterDeclaration) {
    label = parameter.name
    name = parameter.name
    type = parameter.type + (parameter.isRequired ? "" : "?")
    isRequired = parameter.isRequired
    usage = parameter.usage
    self.parameter = parameter
    body = nil
  }

  init(_ body: BodyDeclaration) {
    label = "_"
    name = "body"
    type = body.type + (body.isRequired || body.type.hasSuffix("?") ? "" : "?")
    isRequired = body.isRequired
    usage = body.usage
    parameter = nil
    self.body = body
  }

  /// The label with which a call passes the argument on.
  var forwardedLabel: String { label == "_" ? "" : "\(label): " }

  func child(named key: String) -> Any? {
    switch key {
    case "escapedName": SwiftIdentifier.escaped(name)
    case "declaredLabel", "caseLabel": label == "_" ? "_ \(name)" : label
    case "forwardedLabel": forwardedLabel
    case "type": type
    case "isRequired": isRequired
    case "reading": reading
    case "wireName": parameter.map { SwiftLiteral.string($0.wireName) }
    case "adder": adder
    case "style": section(parameter?.style)
    case "explode": section(parameter?.explode.map { $0 ? "true" : "false" })
    default: nil
    }
  }

  private var adder: String {
    switch parameter?.location {
    case .path: "setPath"
    case .header: "addHeader"
    case .query, nil: "addQuery"
    }
  }

  /// How a route reads the argument from a request.
  private var reading: String {
    if let body {
      let suffix = body.isRequired ? "" : "IfPresent"
      return switch body.kind {
      case .json: "request.json\(suffix)(\(body.type).self)"
      case .text: "request.text\(suffix)()"
      case .data: "request.data\(suffix)()"
      }
    }
    guard let parameter else { return "" }
    let suffix = parameter.isRequired ? "" : "IfPresent"
    let style = parameter.style.map { ", .\($0)" } ?? ""
    let explode = parameter.explode.map { ", explode: \($0)" } ?? ""
    let name = SwiftLiteral.string(parameter.wireName)
    return
      "request.\(parameter.location.rawValue)\(suffix)(\(name), \(parameter.type).self\(style)\(explode))"
  }
}

/// The body of a request, for endpoints and tests.
struct BodyView: MustacheParent {
  let body: BodyDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "setter": setter
    case "contentType": section(contentType)
    case "isJSON": body.kind == .json
    case "isText": body.kind == .text
    case "isData": body.kind == .data
    case "plainType": body.type
    case "rawDelimiter": SwiftLiteral.rawDelimiter(for: body.example)
    case "exampleLines": exampleLines(body.example)
    case "exampleLiteral": SwiftLiteral.string(body.example)
    default: nil
    }
  }

  private var setter: String {
    let suffix = body.isRequired ? "" : "IfPresent"
    return switch body.kind {
    case .json: "setJSON" + suffix
    case .text: "setText" + suffix
    case .data: "setData" + suffix
    }
  }

  private var contentType: String? {
    let usual =
      switch body.kind {
      case .json: "application/json"
      case .text: "text/plain; charset=utf-8"
      case .data: "application/octet-stream"
      }
    return body.mediaType == usual || body.mediaType == "*/*" ? nil : SwiftLiteral.string(body.mediaType)
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
