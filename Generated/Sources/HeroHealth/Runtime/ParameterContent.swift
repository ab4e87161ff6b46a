import Foundation

/// The content of a parameter, as the styles of OpenAPI write it.
nonisolated enum ParameterContent: Sendable {
  case scalar(String)
  case list([String])
  case object([(name: String, value: String)])

  /// The members of an object that is written as JSON, sorted by name; absent and null members are left out.
  ///
  /// - Throws: ``CodingProblem`` for a value that is no object, or one that nests deeper than a style can write.
  init(members value: some Encodable) throws {
    let json = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value))
    guard let members = json.object else { throw CodingProblem([], "expected an object") }
    self = .object(
      try members.sorted { $0.key < $1.key }.flatMap { name, value in
        try Self.texts(of: value, name).map { (name, $0) }
      }
    )
  }

  private static func texts(of value: JSONValue, _ name: String) throws -> [String] {
    switch value {
    case .null: return []
    case .boolean(let value): return [value ? "true" : "false"]
    case .integer(let value): return [String(value)]
    case .number(let value): return [value.parameterText].compactMap(\.self)
    case .string(let value): return [value]
    case .array(let values): return try values.flatMap { try texts(of: $0, name) }
    case .object: throw CodingProblem([FieldKey(name)], "is an object, which no parameter can carry there")
    }
  }

  /// Whether nothing would be written.
  var isEmpty: Bool {
    switch self {
    case .scalar: false
    case .list(let values): values.isEmpty
    case .object(let members): members.isEmpty
    }
  }
}

// MARK: - Styles

nonisolated extension ParameterContent {
  /// The text for a path segment, percent-encoded.
  func pathText(_ name: String, _ style: ParameterStyle, explode: Bool) -> String {
    let name = PercentEncoding.encode(name)
    switch style {
    case .label:
      return "." + joined(by: explode ? "." : ",", explode: explode, PercentEncoding.encode)
    case .matrix:
      return matrixText(name, explode: explode)
    default:
      return joined(by: ",", explode: explode, PercentEncoding.encode)
    }
  }

  private func matrixText(_ name: String, explode: Bool) -> String {
    switch self {
    case .list(let values) where explode:
      return values.map { ";" + Self.pair(name, PercentEncoding.encode($0)) }.joined()
    case .object(let members) where explode:
      return members.map { ";" + Self.pair(PercentEncoding.encode($0), PercentEncoding.encode($1)) }.joined()
    default:
      return ";" + Self.pair(name, joined(by: ",", explode: false, PercentEncoding.encode))
    }
  }

  private static func pair(_ name: String, _ value: String) -> String {
    value.isEmpty ? name : "\(name)=\(value)"
  }

  /// The items of a query, percent-encoded.
  func queryItems(
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool
  ) -> [(name: String, value: String)] {
    let encode = allowReserved ? PercentEncoding.encodeKeepingReserved : PercentEncoding.encode
    let encodedName = PercentEncoding.encode(name)
    if isEmpty { return [] }
    switch (self, style) {
    case (.object(let members), .deepObject):
      return members.map { (encodedName + "%5B" + PercentEncoding.encode($0) + "%5D", encode($1)) }
    case (.object(let members), _) where explode:
      return members.map { (PercentEncoding.encode($0), encode($1)) }
    case (.list(let values), _) where explode:
      return values.map { (encodedName, encode($0)) }
    case (_, .spaceDelimited):
      return [(encodedName, joined(by: "%20", explode: false, encode))]
    case (_, .pipeDelimited):
      return [(encodedName, joined(by: "%7C", explode: false, encode))]
    default:
      return [(encodedName, joined(by: ",", explode: false, encode))]
    }
  }

  /// The text for a header, which is not percent-encoded (OpenAPI 3.1.1, “Parameter Object”).
  func headerText(explode: Bool) -> String {
    joined(by: ",", explode: explode) { $0 }
  }

  private func joined(by separator: String, explode: Bool, _ encode: (String) -> String) -> String {
    switch self {
    case .scalar(let value):
      encode(value)
    case .list(let values):
      values.map(encode).joined(separator: separator)
    case .object(let members) where explode:
      members.map { encode($0) + "=" + encode($1) }.joined(separator: separator)
    case .object(let members):
      members.map { encode($0) + separator + encode($1) }.joined(separator: separator)
    }
  }
}
