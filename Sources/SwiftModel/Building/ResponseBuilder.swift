import APIModel
import OpenAPIDescription

/// Builds the declaration of what an operation answers.
struct ResponseBuilder {
  let contents: ContentBuilder

  private var context: BuildContext { contents.context }

  init(_ contents: ContentBuilder) {
    self.contents = contents
  }

  /// What a successful call answers.
  ///
  /// - Parameter name: The name of the operation.
  func success(of operation: APIModel.Operation, name: String) -> SuccessDeclaration {
    let responses = operation.successes
    let kinds = distinctBodies(of: responses)
    let empty = responses.filter(\.contents.isEmpty)
    let shape: SuccessDeclaration.Shape
    switch (kinds.count, empty.count) {
    case (0, _): shape = responses.contains(where: \.isRedirect) ? .redirect : .empty
    case (1, 0): shape = .body(kinds[0], emptyStatus: nil)
    case (1, 1) where kinds[0].kind == .json:
      shape = .body(kinds[0], emptyStatus: empty[0].status.answerCode)
    default: shape = .choice(result(responses, operation, name: name))
    }
    let main = responses.first { !$0.contents.isEmpty } ?? responses.first
    var headerNames: [String] = []
    for header in responses.flatMap(\.headers) {
      guard let name = context.headerNames[ResponseHeaderKey(header)], !headerNames.contains(name) else {
        continue
      }
      headerNames.append(name)
    }
    return SuccessDeclaration(
      origins: responses.map(\.origin),
      shape: shape,
      statusCode: main?.status.answerCode ?? 204,
      documentation: documentation(of: shape, main),
      headerNames: headerNames
    )
  }

  private func documentation(of shape: SuccessDeclaration.Shape, _ main: APIModel.Response?) -> String {
    switch shape {
    case .empty, .redirect: return ""
    case .body: return context.documentation.inline(main?.description)
    case .choice(let result):
      let cases = result.cases.map { "`\($0.name)`" }
      return "One of the successful responses: \(cases.joined(separator: ", "))."
    }
  }

  // MARK: - Bodies

  private func body(_ content: Content) -> ResponseBodyDeclaration {
    let value = content.value.map { context.catalog.optionalText($0, in: []) }
    let (kind, type): (ResponseBodyDeclaration.Kind, String) =
      switch content.kind {
      case .json: (.json, value ?? "JSONValue")
      case .text: (.text, "String")
      case .binary: (.data, "HTTPBody")
      case .events(_, let form): (.events(form: form.name), value ?? "ServerSentEvent")
      case .sequence: (.sequence, value ?? "JSONValue")
      }
    return ResponseBodyDeclaration(
      kind: kind,
      valueType: type,
      mediaTypes: [content.mediaType],
      example: example(of: content, type)
    )
  }

  private func example(of content: Content, _ type: String) -> String {
    if type == "ServerSentEvent" { return #"{"data":"example"}"# }
    let isText = content.kind == .text || content.kind == .binary
    let value = context.example(
      of: content.schema,
      documented: content.example,
      isText: isText
    )
    switch content.kind {
    case .json, .events, .sequence: return value.jsonText(indentation: 2)
    case .text, .binary: return value.plainText ?? "example"
    }
  }

  /// The bodies that differ in what they are in Swift, each with all of its media types.
  private func distinctBodies(of responses: [APIModel.Response]) -> [ResponseBodyDeclaration] {
    responses.flatMap(\.contents).map(body).reduce(into: []) { distinct, body in
      if let position = distinct.firstIndex(where: { $0.isSame(as: body) }) {
        distinct[position].add(body.mediaTypes)
      } else {
        distinct.append(body)
      }
    }
  }

  // MARK: - Several kinds

  private func result(
    _ responses: [APIModel.Response],
    _ operation: APIModel.Operation,
    name: String
  ) -> ResultDeclaration {
    var scope = NameScope(reserved: ReservedNames.members.union(["none"]))
    var cases: [ResultDeclaration.Case] = []
    for response in responses {
      let bodies = distinctBodies(of: [response])
      let names = bodies.map { formName(of: $0, among: bodies) }
      let documentation = self.documentation(of: response)
      for (position, body) in bodies.enumerated() {
        let full =
          response.status.caseName + names[position].prefix(1).uppercased() + names[position].dropFirst()
        let candidates =
          bodies.count == 1 ? [response.status.caseName] : responses.count == 1 ? [names[position]] : [full]
        cases.append(
          ResultDeclaration.Case(
            origin: response.origin,
            name: scope.claim(candidates),
            status: response.status.result,
            statusCode: response.status.answerCode,
            body: body,
            isToldByMediaType: position > 0,
            documentation: [
              bodies.count == 1 ? documentation : self.documentation(of: response, as: body)
            ]
          )
        )
      }
      if bodies.isEmpty {
        cases.append(
          ResultDeclaration.Case(
            origin: response.origin,
            name: scope.claim(response.status.caseName),
            status: response.status.result,
            statusCode: response.status.answerCode,
            body: nil,
            isToldByMediaType: false,
            documentation: [documentation]
          )
        )
      }
    }
    return ResultDeclaration(
      name: context.style.typeName(name) + "Result",
      documentation: ["What the operation `\(SwiftLiteral.comment(operation.id))` answers."],
      cases: cases
    )
  }

  private func documentation(
    of response: APIModel.Response,
    as body: ResponseBodyDeclaration? = nil
  ) -> String {
    let text = context.documentation.inline(response.description)
    let types = body.map { " as " + $0.mediaTypes.map(context.documentation.code).joined(separator: ", ") }
    return "\(response.status.nameText)\(types ?? "")\(text.isEmpty ? "." : ": \(text)")"
  }

  /// What tells a body from others of the same response: how it is written.
  private func formName(of body: ResponseBodyDeclaration, among bodies: [ResponseBodyDeclaration]) -> String {
    let subtype = body.mediaTypes[0].split(separator: "/").last.map(String.init) ?? ""
    let own = context.style.caseName(String(subtype.prefix { $0 != ";" }))
    switch body.kind {
    case .json: return bodies.filter { $0.kind == .json }.count > 1 ? own : "json"
    case .text: return body.mediaTypes.count > 1 || ["plain", "*"].contains(subtype) ? "text" : own
    case .data:
      return body.mediaTypes.count > 1 || ["octet-stream", "*"].contains(subtype) ? "data" : own
    case .events: return "events"
    case .sequence: return "sequence"
    }
  }
}

extension ResponseBodyDeclaration {
  /// Whether two bodies are the same in Swift, whatever their media types.
  fileprivate func isSame(as other: ResponseBodyDeclaration) -> Bool {
    kind == other.kind && valueType == other.valueType
  }

  fileprivate mutating func add(_ others: [String]) {
    mediaTypes += others.filter { !mediaTypes.contains($0) }
  }
}

extension Content.EventForm {
  /// The case of the runtime's form; nil for the usual one.
  var name: String? {
    switch self {
    case .data: nil
    case .object: "object"
    case .text: "text"
    }
  }
}

extension ResponseStatus {
  fileprivate var result: ResultDeclaration.Case.Status {
    switch self {
    case .code(let code): .code(code)
    case .range(let hundreds): .range(hundreds)
    case .default: .any
    }
  }
}
