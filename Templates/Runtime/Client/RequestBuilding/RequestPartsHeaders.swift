import HTTPTypes

nonisolated extension RequestParts {
  /// A header, left out if nil.
  public mutating func addHeader<Value: ParameterValue>(_ name: String, _ value: Value?) {
    guard let value, let text = text(of: value, name) else { return }
    setHeader(name, text)
  }

  /// A header that is a list, left out if nil or empty.
  public mutating func addHeader<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
    guard let values, !values.isEmpty else { return }
    setHeader(
      name,
      FlatParameterContent.list(values.compactMap { text(of: $0, name) }).headerText(explode: false)
    )
  }

  /// A header of any shape, an object or one of several types; left out if nil or empty.
  public mutating func addHeader<Value: Encodable>(
    _ name: String,
    value: Value?,
    explode: Bool = false
  ) {
    guard let value, let content = content(of: value, name), !content.isEmpty else { return }
    noting(name) { parts in
      parts.setHeader(name, try content.flat().headerText(explode: explode))
    }
  }

  /// A header that is written as JSON text, left out if nil.
  public mutating func addHeader<Value: Encodable>(_ name: String, json value: Value?) {
    guard let value, let text = jsonText(of: value, name) else { return }
    setHeader(name, text)
  }

  mutating func setHeader(_ name: String, _ value: String) {
    guard let fieldName = HTTPField.Name(name) else { return note(name, "is no header name") }
    guard HTTPHeaderText.isLegal(value) else { return note(name, "has characters that no header can carry") }
    headers[fieldName] = value
  }
}
