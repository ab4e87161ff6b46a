import SwiftModel
import TemplateEngine

/// One kind of body of a response, as clients read it and as servers and stubs write it.
struct ResponseBodyView: TemplateView {
  let body: ResponseBodyDeclaration
  let statusCode: Int
  var emptyStatus: Int?
  /// The name of the variable that holds the body.
  let variable: String
  /// The media types to ask for, of this body or of all that a response may have.
  var accepted: [String] = []

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "isJSON": .flag(body.kind == .json)
    case "isText": .flag(body.kind == .text)
    case "isData": .flag(body.kind == .data)
    case "isEvents": .flag(isEvents)
    case "isSequence": .flag(body.kind == .sequence)
    case "isOptional": .flag(emptyStatus != nil)
    case "valueType": .text(body.valueType)
    case "eventForm": .optional(eventForm)
    case "variable": .text(variable)
    case "status": .text(HTTPText.status(statusCode))
    case "emptyStatus": .optional(emptyStatus.map(HTTPText.status))
    case "contentType": .optional(contentType.map(SwiftLiteral.string))
    case "mediaType": .text(SwiftLiteral.string(concreteMediaType))
    case "accepting": .optional(accepting)
    case "hasJSONExample": .flag(body.kind == .json || isEvents || body.kind == .sequence)
    case "rawDelimiter": .text(SwiftLiteral.rawDelimiter(for: body.example))
    case "exampleLines": .texts(exampleLines(body.example))
    case "exampleLiteral": .text(SwiftLiteral.string(body.example))
    default: nil
    }
  }

  private var isEvents: Bool {
    if case .events = body.kind { true } else { false }
  }

  private var eventForm: String? {
    if case .events(let form) = body.kind { form } else { nil }
  }

  /// A media type that a response can have: no range.
  private var concreteMediaType: String {
    body.mediaTypes.first { !$0.contains("*") } ?? (body.kind == .data ? "application/octet-stream" : "")
  }

  /// The media type of an answer, where it is not the usual one.
  private var contentType: String? {
    switch body.kind {
    case .json:
      concreteMediaType.isEmpty || concreteMediaType == "application/json" ? nil : concreteMediaType
    case .text:
      concreteMediaType.isEmpty || concreteMediaType == "text/plain" ? nil : concreteMediaType
    case .data, .events, .sequence: nil
    }
  }

  /// The media types to ask for, where they are not the usual ones.
  private var accepting: String? {
    let text = HTTPText.accept(accepted)
    switch body.kind {
    case .json: return ["application/json", "*/*"].contains(text) ? nil : SwiftLiteral.string(text)
    case .events: return text == "text/event-stream" ? nil : SwiftLiteral.string(text)
    case .text, .data, .sequence: return SwiftLiteral.string(text)
    }
  }
}

/// The enum of an operation that succeeds in several ways.
struct ResultView: TemplateView {
  let result: ResultDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(result.name)
    case "documentation": .texts(commentLines(result.documentation))
    case "cases": .views(result.cases.map { ResultCaseView(result: $0) })
    case "reading": .views(reading.map { ResultCaseView(result: $0) })
    case "coversEverything": .flag(result.cases.contains { $0.status == .any })
    case "accepting": .text(SwiftLiteral.string(HTTPText.accept(mediaTypes)))
    case "streamed":
      .optional(streamed.isEmpty ? nil : streamed.map(SwiftLiteral.string).joined(separator: ", "))
    case "example": .optional(example.map { ResultCaseView(result: $0) })
    default: nil
    }
  }

  /// The cases in the order in which a response is held against them: what is more particular comes first.
  private var reading: [ResultDeclaration.Case] {
    result.cases.enumerated().sorted { first, second in
      (first.element.rank, first.offset) < (second.element.rank, second.offset)
    }
    .map(\.element)
  }

  private var bodies: [ResponseBodyDeclaration] { result.cases.compactMap(\.body) }

  private var mediaTypes: [String] {
    bodies.flatMap(\.mediaTypes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var streamed: [String] {
    bodies.filter(\.isStreamed).flatMap(\.mediaTypes).map(HTTPText.essence)
  }

  /// The case that a stub answers with.
  private var example: ResultDeclaration.Case? {
    result.cases.first { $0.body?.kind == .json } ?? result.cases.first
  }
}

/// A case of such an enum.
struct ResultCaseView: TemplateView {
  let result: ResultDeclaration.Case

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(SwiftIdentifier.escaped(result.name))
    case "memberName": .text(SwiftIdentifier.member(result.name))
    case "documentation": .texts(commentLines(result.documentation))
    case "payload": .optional(result.body?.type)
    case "hasBody": .flag(result.body != nil)
    case "response":
      .optional(
        result.body.map {
          ResponseBodyView(body: $0, statusCode: result.statusCode, emptyStatus: nil, variable: "body")
        }
      )
    case "status": .text(HTTPText.status(result.statusCode))
    case "pattern": .text(pattern)
    case "told":
      .optional(
        result.isToldByMediaType
          ? result.body?.mediaTypes.map { SwiftLiteral.string(HTTPText.essence($0)) }.joined(separator: ", ")
          : nil
      )
    default: nil
    }
  }

  private var pattern: String {
    switch result.status {
    case .code(let code): "case \(code)"
    case .range(let hundreds): "case \(hundreds)00..<\(hundreds + 1)00"
    case .any: "default"
    }
  }
}

extension ResultDeclaration.Case {
  fileprivate var rank: Int {
    let width =
      switch status {
      case .code: 0
      case .range: 1
      case .any: 2
      }
    return width * 2 + (isToldByMediaType ? 0 : 1)
  }
}

extension ResponseBodyDeclaration {
  fileprivate var isStreamed: Bool {
    switch kind {
    case .json, .text: false
    case .data, .events, .sequence: true
    }
  }
}

/// A documented header, as a property of all headers.
struct ResponseHeaderView: TemplateView {
  let header: ResponseHeaderDeclaration
  /// Whether the compiler is to warn of the use of deprecated headers.
  let marksDeprecations: Bool

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(SwiftIdentifier.escaped(header.name))
    case "documentation": .texts(commentLines(header.documentation))
    case "deprecation":
      .optional(
        header.isDeprecated && marksDeprecations
          ? SwiftLiteral.string("The API has deprecated the header '\(header.wireName)'.") : nil
      )
    case "requiredSetter": .optional(header.setter)
    case "wireName": .text(wireName)
    case "type": .text(header.type)
    case "getter": .text("\(getter)(\(wireName)\(arguments))")
    case "setter": .text("\(setter)(\(wireName), newValue\(explode))")
    default: nil
    }
  }

  private var wireName: String { SwiftLiteral.string(header.wireName) }

  private var getter: String {
    switch header.kind {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date, .httpDate: "date"
    case .value: "value"
    case .json: "json"
    case .list: "list"
    case .members: "members"
    case .lines: "lines"
    }
  }

  private var arguments: String {
    switch header.kind {
    case .value(let type), .json(let type), .list(let type): ", \(type).self"
    default: explode
    }
  }

  private var explode: String {
    if case .members(let explode) = header.kind, explode { ", explode: true" } else { "" }
  }

  private var setter: String {
    switch header.kind {
    case .string: "set"
    case .integer, .number, .boolean, .value: "setValue"
    case .date: "setDate"
    case .httpDate: "setHTTPDate"
    case .json: "setJSON"
    case .list: "setList"
    case .members: "setMembers"
    case .lines: "setLines"
    }
  }
}

extension ResponseHeaderView {
  /// The type text, for deciding on imports.
  static func types(of headers: [ResponseHeaderDeclaration]) -> [String] {
    headers.map(\.type)
  }
}

/// The documented headers of an API.
struct ResponseHeadersView: TemplateView {
  let headers: [ResponseHeaderDeclaration]
  let marksDeprecations: Bool

  func value(named name: String) -> TemplateValue? {
    guard name == "headers" else { return nil }
    return .views(headers.map { ResponseHeaderView(header: $0, marksDeprecations: marksDeprecations) })
  }
}
