nonisolated extension RequestParts {
  /// A cookie, left out if nil.
  ///
  /// Style `form` percent-encodes it; style `cookie` writes it as it is (OpenAPI 3.2, “Style Values”).
  public mutating func addCookie<Value: ParameterValue>(
    _ name: String,
    _ value: Value?,
    _ style: ParameterStyle = .form
  ) {
    guard let value, let text = text(of: value, name) else { return }
    addCookie(name, .scalar(text), style, explode: false)
  }

  /// A cookie that is a list, left out if nil or empty.
  public mutating func addCookie<Value: ParameterValue>(
    _ name: String,
    _ values: [Value]?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) {
    guard let values else { return }
    let content = ParameterContent(texts: values.compactMap { text(of: $0, name) })
    addCookie(name, content, style, explode: explode ?? style.explodesByDefault)
  }

  /// A cookie of any shape, an object or one of several types; left out if nil or empty.
  public mutating func addCookie<Value: Encodable>(
    _ name: String,
    value: Value?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) {
    guard let value, let content = content(of: value, name) else { return }
    addCookie(name, content, style, explode: explode ?? style.explodesByDefault)
  }

  /// A cookie that is written as JSON text, left out if nil.
  public mutating func addCookie<Value: Encodable>(_ name: String, json value: Value?) {
    guard let value, let text = jsonText(of: value, name) else { return }
    addCookie(name, .scalar(text), .form, explode: false)
  }

  private mutating func addCookie(
    _ name: String,
    _ content: ParameterContent,
    _ style: ParameterStyle,
    explode: Bool
  ) {
    if content.isEmpty { return }
    noting(name) { parts in
      guard style == .cookie else {
        parts.cookies += try content.flat()
          .items(PercentEncoding.encode(name), .form, explode: explode, PercentEncoding.encode)
        return
      }
      guard content.texts.allSatisfy(HTTPHeaderText.isCookieValue) else {
        throw CodingProblem([], "has characters that no cookie can carry")
      }
      parts.cookies += try content.flat().items(name, .form, explode: explode) { $0 }
    }
  }
}
