nonisolated extension RequestParts {
  /// A path variable.
  public mutating func setPath<Value: ParameterValue>(
    _ name: String,
    _ value: Value,
    _ style: ParameterStyle = .simple,
    allowReserved: Bool = false
  ) {
    guard let text = text(of: value, name) else { return }
    setPath(name, .scalar(text), style, explode: false, allowReserved: allowReserved)
  }

  /// A path variable that is a list.
  public mutating func setPath<Value: ParameterValue>(
    _ name: String,
    _ values: [Value],
    _ style: ParameterStyle = .simple,
    explode: Bool = false,
    allowReserved: Bool = false
  ) {
    let content = ParameterContent(texts: values.compactMap { text(of: $0, name) })
    setPath(name, content, style, explode: explode, allowReserved: allowReserved)
  }

  /// A path variable of any shape: an object, or one of several types.
  public mutating func setPath<Value: Encodable>(
    _ name: String,
    value: Value,
    _ style: ParameterStyle = .simple,
    explode: Bool = false,
    allowReserved: Bool = false
  ) {
    guard let content = content(of: value, name) else { return }
    setPath(name, content, style, explode: explode, allowReserved: allowReserved)
  }

  /// A path variable that is written as JSON text.
  public mutating func setPath<Value: Encodable>(_ name: String, json value: Value) {
    guard let text = jsonText(of: value, name) else { return }
    setPath(name, .scalar(text), .simple, explode: false, allowReserved: false)
  }

  private mutating func setPath(
    _ name: String,
    _ content: ParameterContent,
    _ style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool
  ) {
    if let reason = Self.reasonToRefuse(content) { return note(name, reason) }
    noting(name) { parts in
      parts.pathValues[name] = try content.flat()
        .pathText(name, style, explode: explode, allowReserved: allowReserved)
    }
  }

  /// Values that would change the path, even where somebody on the way decodes `%2F` too early.
  private static func reasonToRefuse(_ content: ParameterContent) -> String? {
    let texts = content.texts
    if texts.allSatisfy(\.isEmpty) { return "is empty" }
    for text in texts {
      for component in text.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
        if component == "." || component == ".." { return "would change the path" }
      }
    }
    return nil
  }
}
