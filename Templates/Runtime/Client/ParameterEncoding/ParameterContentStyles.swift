// The styles of OpenAPI (3.1.1, “Style Values” and “Style Examples”).

nonisolated extension FlatParameterContent {
  /// The text for a path segment, percent-encoded.
  func pathText(_ name: String, _ style: ParameterStyle, explode: Bool, allowReserved: Bool) -> String {
    let name = PercentEncoding.encode(name)
    let encode = allowReserved ? PercentEncoding.encodeKeepingReservedOfPath : PercentEncoding.encode
    switch style {
    case .label:
      return "." + joined(by: explode ? "." : ",", explode: explode, encode)
    case .matrix:
      return matrixText(name, explode: explode, encode)
    default:
      return joined(by: ",", explode: explode, encode)
    }
  }

  private func matrixText(_ name: String, explode: Bool, _ encode: (String) -> String) -> String {
    switch self {
    case .list(let values) where explode:
      return values.map { ";" + Self.pair(name, encode($0)) }.joined()
    case .object(let members) where explode:
      return members.map { ";" + Self.pair(PercentEncoding.encode($0), encode($1)) }.joined()
    default:
      return ";" + Self.pair(name, joined(by: ",", explode: false, encode))
    }
  }

  private static func pair(_ name: String, _ value: String) -> String {
    value.isEmpty ? name : "\(name)=\(value)"
  }

  /// The items of a query, a form or a cookie header.
  ///
  /// - Parameters:
  ///   - name: The name, encoded.
  ///   - style: `form`, `spaceDelimited` or `pipeDelimited`; any other one is written like `form`.
  ///   - explode: Whether each element and member is an item of its own.
  ///   - encode: Encodes names of members and values.
  func items(
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    _ encode: (String) -> String
  ) -> [(name: String, value: String)] {
    switch (self, style) {
    case (.object(let members), _) where explode:
      members.map { (PercentEncoding.encode($0), encode($1)) }
    case (.list(let values), _) where explode:
      values.map { (name, encode($0)) }
    case (_, .spaceDelimited):
      [(name, joined(by: "%20", explode: false, encode))]
    case (_, .pipeDelimited):
      [(name, joined(by: "%7C", explode: false, encode))]
    default:
      [(name, joined(by: ",", explode: false, encode))]
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

nonisolated extension ParameterContent {
  /// The items of a query or a form, percent-encoded.
  ///
  /// - Throws: ``CodingProblem`` for content that nests deeper than the style can write.
  func queryItems(
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool
  ) throws -> [(name: String, value: String)] {
    if isEmpty { return [] }
    let encode = allowReserved ? PercentEncoding.encodeKeepingReserved : PercentEncoding.encode
    let name = PercentEncoding.encode(name)
    if style == .deepObject { return deepItems(name, encode) }
    return try flat().items(name, style, explode: explode, encode)
  }

  /// The items of style `deepObject`: `filter[kind]=a&filter[ids][]=1&filter[rows][0][x]=2`.
  ///
  /// OpenAPI defines members that are scalars; lists and objects in them are written as most servers read them.
  private func deepItems(_ name: String, _ encode: (String) -> String) -> [(name: String, value: String)] {
    switch self {
    case .scalar(let text):
      [(name, encode(text))]
    case .list(let values):
      values.enumerated().flatMap { index, value in
        if case .scalar = value { return value.deepItems(name + "%5B%5D", encode) }
        return value.deepItems("\(name)%5B\(index)%5D", encode)
      }
    case .object(let members, _):
      members.flatMap { $1.deepItems(name + "%5B" + PercentEncoding.encode($0) + "%5D", encode) }
    }
  }
}
