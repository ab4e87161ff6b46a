nonisolated extension RequestParts {
  /// A query parameter, left out if nil.
  public mutating func addQuery<Value: ParameterValue>(
    _ name: String,
    _ value: Value?,
    allowReserved: Bool = false
  ) {
    guard let value, let text = text(of: value, name) else { return }
    addQuery(name, .scalar(text), .form, explode: true, allowReserved: allowReserved)
  }

  /// A query parameter that is a list, left out if nil or empty.
  public mutating func addQuery<Value: ParameterValue>(
    _ name: String,
    _ values: [Value]?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    allowReserved: Bool = false
  ) {
    guard let values else { return }
    let content = ParameterContent(texts: values.compactMap { text(of: $0, name) })
    addQuery(name, content, style, explode: explode ?? style.explodesByDefault, allowReserved: allowReserved)
  }

  /// A query parameter of any shape, an object or one of several types; left out if nil or empty.
  public mutating func addQuery<Value: Encodable>(
    _ name: String,
    value: Value?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    allowReserved: Bool = false
  ) {
    guard let value, let content = content(of: value, name) else { return }
    addQuery(name, content, style, explode: explode ?? style.explodesByDefault, allowReserved: allowReserved)
  }

  /// A query parameter that is written as JSON text, left out if nil.
  public mutating func addQuery<Value: Encodable>(_ name: String, json value: Value?) {
    guard let value, let text = jsonText(of: value, name) else { return }
    addQuery(name, .scalar(text), .form, explode: true, allowReserved: false)
  }

  private mutating func addQuery(
    _ name: String,
    _ content: ParameterContent,
    _ style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool
  ) {
    noting(name) { parts in
      parts.encodedQuery += try content.queryItems(
        name,
        style,
        explode: explode,
        allowReserved: allowReserved
      )
    }
  }
}

// MARK: - The query string as a whole

nonisolated extension RequestParts {
  /// A query string that is a form (OpenAPI 3.2, “Parameter Locations”): a field for each member of an object.
  public mutating func setQueryString<Value: Encodable>(
    form value: Value?,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) {
    guard let value else { return }
    noting("query") { parts in
      parts.encodedQuery += try FormContent.items(value, style, encoding)
    }
  }

  /// A query string that is JSON text.
  public mutating func setQueryString<Value: Encodable>(json value: Value?) {
    guard let value, let text = jsonText(of: value, "query") else { return }
    querystring = PercentEncoding.encode(text)
  }

  /// A query string that is any text.
  public mutating func setQueryString<Value: ParameterValue>(_ value: Value?) {
    guard let value, let text = text(of: value, "query") else { return }
    querystring = PercentEncoding.encode(text)
  }

  /// The query without its question mark, percent-encoded; nil if there is none.
  var query: String? {
    let items = [querystring].compactMap(\.self) + encodedQuery.map { $0.name + "=" + $0.value }
    return items.isEmpty ? nil : items.joined(separator: "&")
  }
}
