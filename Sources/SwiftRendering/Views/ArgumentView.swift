import SwiftModel
import TemplateEngine

/// An argument of a call: the body, or a parameter.
struct ArgumentView: TemplateView {
  let label: String
  let name: String
  let type: String
  let isRequired: Bool
  let usage: String
  private let parameter: ParameterDeclaration?
  private let body: BodyDeclaration?
  private let operationName: String

  init(_ parameter: ParameterDeclaration) {
    label = parameter.name
    name = parameter.name
    type = parameter.type + (parameter.isRequired ? "" : "?")
    isRequired = parameter.isRequired
    usage = parameter.usage
    self.parameter = parameter
    body = nil
    operationName = ""
  }

  init(_ body: BodyDeclaration, operationName: String) {
    self.operationName = operationName
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

  func value(named key: String) -> TemplateValue? {
    switch key {
    case "escapedName": .text(SwiftIdentifier.escaped(name))
    case "declaredLabel", "caseLabel": .text(label == "_" ? "_ \(name)" : label)
    case "forwardedLabel": .text(forwardedLabel)
    case "type": .text(type)
    case "isRequired": .flag(isRequired)
    case "reading": .text(reading)
    case "wireName":
      .optional(parameter.flatMap { $0.location == .querystring ? nil : SwiftLiteral.string($0.wireName) })
    case "adder": .text(adder)
    case "valueLabel": .optional(valueLabel)
    case "style": .optional(parameter?.style ?? form?.style)
    case "explode": .optional(parameter?.explode.map { $0 ? "true" : "false" })
    case "allowsReserved": .flag(parameter?.allowsReserved ?? false)
    case "encodings": .optional(form.flatMap { $0.encodings.isEmpty ? nil : FormText.encodings($0) })
    default: nil
    }
  }

  private var form: FormDeclaration? {
    if case .form(let form) = parameter?.shape { form } else { nil }
  }

  /// The label before the value, which chooses how it is written.
  private var valueLabel: String? {
    switch parameter?.shape {
    case .object, .various: "value"
    case .json: "json"
    case .form: "form"
    case .scalar, .list, nil: nil
    }
  }

  private var adder: String {
    switch parameter?.location {
    case .path: "setPath"
    case .header: "addHeader"
    case .cookie: "addCookie"
    case .querystring: "setQueryString"
    case .query, .contentType, nil: "addQuery"
    }
  }

  /// How a route reads the argument from a request.
  var reading: String {
    if let body {
      if body.isReadByFunction { return "\(bodyReader(of: operationName))(request)" }
      let view = body.representations.first.map { RepresentationView(representation: $0, body: body) }
      return view?.reading(isRequired: body.isRequired) ?? ""
    }
    guard let parameter else { return "" }
    if parameter.location == .contentType { return "request.contentType" }
    let suffix = parameter.isRequired ? "" : "IfPresent"
    let name = SwiftLiteral.string(parameter.wireName)
    let function = parameter.location == .querystring ? "queryString" : parameter.location.rawValue
    var arguments = parameter.location == .querystring ? [] : [name]
    arguments.append((readingLabel.map { $0 + ": " } ?? "") + parameter.type + ".self")
    if let style = parameter.style ?? form?.style { arguments.append("." + style) }
    if let explode = parameter.explode { arguments.append("explode: \(explode)") }
    if let form, !form.encodings.isEmpty { arguments.append("encoding: [\(FormText.encodings(form))]") }
    if !parameter.otherNames.isEmpty {
      arguments.append("except: [\(parameter.otherNames.map(SwiftLiteral.string).joined(separator: ", "))]")
    }
    return "request.\(function)\(suffix)(\(arguments.joined(separator: ", ")))"
  }

  /// The label before the type, which chooses how it is read.
  private var readingLabel: String? {
    switch parameter?.shape {
    case .object: "object"
    case .various: "value"
    case .json: "json"
    case .form: "form"
    case .scalar, .list, nil: nil
    }
  }
}

/// The name of the function with which routes read a body that has several representations.
func bodyReader(of operationName: String) -> String {
  "read\(operationName.prefix(1).uppercased())\(operationName.dropFirst())Body"
}
