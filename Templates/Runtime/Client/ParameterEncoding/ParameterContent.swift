import Foundation

/// The content of a parameter or of a field of a form: what the styles of OpenAPI write.
nonisolated enum ParameterContent: Sendable {
  case scalar(String)
  case list([ParameterContent])
  /// Members, and the object as JSON for places where no style can write one.
  case object([(name: String, value: ParameterContent)], json: JSONValue)

  /// The content of a value that is written as JSON: members sorted by name, absent and null ones left out.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry.
  init(_ value: some Encodable) throws {
    self.init(json: try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value)))
  }

  /// The content of a JSON value; that of `null` is empty.
  init(json: JSONValue) {
    switch json {
    case .null: self = .list([])
    case .boolean(let value): self = .scalar(value ? "true" : "false")
    case .integer(let value): self = .scalar(String(value))
    case .number(let value): self = .scalar(value.parameterText ?? "")
    case .string(let value): self = .scalar(value)
    case .array(let values): self = .list(values.filter { !$0.isNull }.map { ParameterContent(json: $0) })
    case .object(let members):
      self = .object(
        members.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
          .map { ($0.key, ParameterContent(json: $0.value)) },
        json: json
      )
    }
  }

  /// The content of a list of texts.
  init(texts: [String]) {
    self = .list(texts.map(ParameterContent.scalar))
  }

  /// Whether nothing would be written.
  var isEmpty: Bool {
    switch self {
    case .scalar: false
    case .list(let values): values.isEmpty
    case .object(let members, _): members.isEmpty
    }
  }

  /// Every text in it, from the first to the last.
  var texts: [String] {
    switch self {
    case .scalar(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .object(let members, _): members.flatMap(\.value.texts)
    }
  }
}

// MARK: - Flat content

/// What the styles other than `deepObject` can write: a text, a list of texts, or members with texts.
nonisolated enum FlatParameterContent: Sendable {
  case scalar(String)
  case list([String])
  case object([(name: String, value: String)])
}

nonisolated extension ParameterContent {
  /// The content without lists and objects inside others: a member that is a list becomes several of one name, an object
  /// inside becomes JSON text, since OpenAPI defines no form for it.
  ///
  /// - Throws: ``CodingProblem`` for a list inside a list.
  func flat() throws -> FlatParameterContent {
    switch self {
    case .scalar(let text): .scalar(text)
    case .list(let values): .list(try values.map { try $0.text() })
    case .object(let members, _):
      .object(
        try members.flatMap { name, value in
          do {
            if case .list(let values) = value { return try values.map { (name, try $0.text()) } }
            return [(name, try value.text())]
          } catch let problem as CodingProblem {
            throw CodingProblem([FieldKey(name)], problem.reason)
          }
        }
      )
    }
  }

  private func text() throws -> String {
    switch self {
    case .scalar(let text): text
    case .list: throw CodingProblem([], "is a list, which no parameter can carry there")
    case .object(_, let json): String(decoding: try JSONCoding.encode(json), as: UTF8.self)
    }
  }
}
