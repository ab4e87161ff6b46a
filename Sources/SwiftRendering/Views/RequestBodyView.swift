import SwiftModel
import TemplateEngine

/// The body of a request, for endpoints, routes and tests.
struct BodyView: TemplateView {
  let body: BodyDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "choice": .optional(body.choice)
    case "bodyType": .text(body.type)
    case "isOptional": .flag(!body.isRequired)
    case "isRead": .flag(body.isReadByFunction)
    case "resultType": .text(body.type + (body.isRequired || body.type.hasSuffix("?") ? "" : "?"))
    case "sent":
      .optional(body.representations.first.map { RepresentationView(representation: $0, body: body) })
    case "representations":
      .views(body.representations.map { RepresentationView(representation: $0, body: body) })
    case "mediaTypes":
      .text(body.representations.map { SwiftLiteral.string($0.mediaType) }.joined(separator: ", "))
    default: nil
    }
  }
}

extension BodyDeclaration {
  /// Whether a server tells representations apart, for which it has a function.
  var isReadByFunction: Bool { representations.count > 1 }
}

/// A representation of a body.
struct RepresentationView: TemplateView {
  let representation: RepresentationDeclaration
  let body: BodyDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "caseName": .text(SwiftIdentifier.escaped(representation.caseName))
    case "caseMember": .text(SwiftIdentifier.member(representation.caseName))
    case "representationType": .text(representation.type)
    case "mediaType": .text(SwiftLiteral.string(representation.mediaType))
    case "mediaTypeText": .text(SwiftLiteral.comment(representation.mediaType))
    case "takesContentType": .flag(representation.takesContentType)
    case "setter": .text(setter + (body.isRequired || body.choice != nil ? "" : "IfPresent"))
    case "setterArguments": .text(setterArguments)
    case "reading": .text(reading(isRequired: true))
    default: exampleValue(named: name)
    }
  }

  private func exampleValue(named name: String) -> TemplateValue? {
    switch name {
    case "variable": .text(body.choice == nil ? "body" : "value")
    case "decodedType": .optional(decodedType)
    case "decodedVariable": .text(stream != nil ? "item" : body.choice == nil ? "body" : "value")
    case "stream": .optional(stream)
    case "isText": .flag(representation.kind == .text)
    case "isBytes": .flag(representation.kind == .bytes)
    case "isTypedMultipart": .flag(isMultipart(typed: true))
    case "isUntypedMultipart": .flag(isMultipart(typed: false))
    case "exampleParts": .texts(representation.exampleParts.map(examplePart))
    case "exampleContentType": .text(SwiftLiteral.string(representation.exampleContentType))
    case "rawDelimiter": .text(SwiftLiteral.rawDelimiter(for: representation.example))
    case "exampleLines": .texts(exampleLines(representation.example))
    case "exampleLiteral": .text(SwiftLiteral.string(representation.example))
    default: nil
    }
  }

  /// The type that the example is decoded as; nil for what is no JSON.
  private var decodedType: String? {
    switch representation.kind {
    case .json, .form: representation.type
    case .sequence(let item), .events(let item, _): item
    case .multipart, .text, .bytes: nil
    }
  }

  /// The type that sends items one after the other.
  private var stream: String? {
    switch representation.kind {
    case .sequence: "JSONSequence"
    case .events: "EventStream"
    case .json, .form, .multipart, .text, .bytes: nil
    }
  }

  private func isMultipart(typed: Bool) -> Bool {
    if case .multipart(_, let isTyped) = representation.kind { isTyped == typed } else { false }
  }

  private func examplePart(_ part: ExamplePartDeclaration) -> String {
    let name = SwiftLiteral.string(part.name)
    let text = SwiftLiteral.string(part.text)
    if part.isFile { return ".file(\(name), Data(\(text).utf8), filename: \"example\")" }
    let contentType = part.contentType.map { ", contentType: " + SwiftLiteral.string($0) } ?? ""
    return ".text(\(name), \(text)\(contentType))"
  }

  // MARK: - Writing and reading

  private var setter: String {
    switch representation.kind {
    case .json: "setJSON"
    case .form: "setForm"
    case .multipart: "setMultipart"
    case .text: "setText"
    case .bytes: "setBody"
    case .sequence: "setSequence"
    case .events: "setEvents"
    }
  }

  private var setterArguments: String {
    switch representation.kind {
    case .form(let form): return formArguments(form)
    case .multipart(let subtype, _):
      return subtype == "form-data" ? "" : ", subtype: " + SwiftLiteral.string(subtype)
    case .events(_, let form): return form.map { ", ." + $0 } ?? ""
    case .json, .text, .bytes, .sequence:
      if representation.takesContentType { return ", contentType: contentType" }
      return contentType.map { ", contentType: " + SwiftLiteral.string($0) } ?? ""
    }
  }

  private func formArguments(_ form: FormDeclaration) -> String {
    let style = form.style.map { ", ." + $0 } ?? ""
    return style + (form.encodings.isEmpty ? "" : ", encoding: [\(FormText.encodings(form))]")
  }

  /// The media type, where it is not the usual one of its kind.
  private var contentType: String? {
    let usual =
      switch representation.kind {
      case .json: "application/json"
      case .text: "text/plain"
      case .sequence: "application/jsonl"
      default: "application/octet-stream"
      }
    let isUsual = representation.mediaType == usual || representation.mediaType.contains("*")
    return isUsual ? nil : representation.mediaType
  }

  /// How a route reads the body from a request.
  func reading(isRequired: Bool) -> String {
    let suffix = isRequired ? "" : "IfPresent"
    return switch representation.kind {
    case .json: "request.json\(suffix)(\(representation.type).self\(rules))"
    case .form(let form): "request.form\(suffix)(\(representation.type).self\(formArguments(form))\(rules))"
    case .multipart(let subtype, let isTyped):
      "request.multipart\(suffix)(\(isTyped ? representation.type + ".self" : "")\(subtypeArgument(subtype, isTyped)))"
    case .text: "request.text\(suffix)(\(rules.isEmpty ? "" : String(rules.dropFirst(2))))"
    case .bytes: "request.bytes\(suffix)()"
    case .sequence(let item):
      "request.sequence\(suffix)(of: \(item).self, \(SwiftLiteral.string(representation.mediaType))\(rules))"
    case .events(let item, let form):
      "request.events\(suffix)(of: \(item).self\(form.map { ", ." + $0 } ?? "")\(rules))"
    }
  }

  private var rules: String {
    representation.rules.map { ", rules: JSONRules.schema(\(SwiftLiteral.string($0)))" } ?? ""
  }

  private func subtypeArgument(_ subtype: String, _ isTyped: Bool) -> String {
    guard subtype != "form-data" else { return "" }
    return (isTyped ? ", " : "") + "subtype: " + SwiftLiteral.string(subtype)
  }
}
