import Mustache
import SwiftModel

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
