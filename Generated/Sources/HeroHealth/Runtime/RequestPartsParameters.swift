import Foundation
import HTTPTypes

// MARK: - Path

nonisolated extension RequestParts {
  /// A path variable.
  public mutating func setPath<Value: ParameterValue>(
    _ name: String,
    _ value: Value,
    _ style: ParameterStyle = .simple
  ) {
    guard let text = text(of: value, name) else { return }
    setPath(name, .scalar(text), style, explode: false)
  }

  /// A path variable that is a list.
  public mutating func setPath<Value: ParameterValue>(
    _ name: String,
    _ values: [Value],
    _ style: ParameterStyle = .simple,
    explode: Bool = false
  ) {
    setPath(name, .list(values.compactMap { text(of: $0, name) }), style, explode: explode)
  }

  /// A path variable that is an object.
  public mutating func setPath<Value: Encodable>(
    _ name: String,
    object value: Value,
    _ style: ParameterStyle = .simple,
    explode: Bool = false
  ) {
    guard let content = content(of: value, name) else { return }
    setPath(name, content, style, explode: explode)
  }

  private mutating func setPath(
    _ name: String,
    _ content: ParameterContent,
    _ style: ParameterStyle,
    explode: Bool
  ) {
    if let reason = Self.reasonToRefuse(content) {
      note(name, reason)
    } else {
      pathValues[name] = content.pathText(name, style, explode: explode)
    }
  }

  /// Values that would change the path, even where somebody on the way decodes `%2F` too early.
  private static func reasonToRefuse(_ content: ParameterContent) -> String? {
    let texts =
      switch content {
      case .scalar(let text): [text]
      case .list(let texts): texts
      case .object(let members): members.map(\.value)
      }
    if texts.allSatisfy(\.isEmpty) { return "is empty" }
    for text in texts {
      for component in text.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
        if component == "." || component == ".." { return "would change the path" }
      }
    }
    return nil
  }
}

// MARK: - Query

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
    let content = ParameterContent.list(values.compactMap { text(of: $0, name) })
    addQuery(name, content, style, explode: explode ?? style.explodesByDefault, allowReserved: allowReserved)
  }

  /// A query parameter that is an object, left out if nil or empty.
  public mutating func addQuery<Value: Encodable>(
    _ name: String,
    object value: Value?,
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
    encodedQuery += content.queryItems(name, style, explode: explode, allowReserved: allowReserved)
  }
}

// MARK: - Headers and cookies

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
      ParameterContent.list(values.compactMap { text(of: $0, name) }).headerText(explode: false)
    )
  }

  /// A header that is an object, left out if nil or empty.
  public mutating func addHeader<Value: Encodable>(
    _ name: String,
    object value: Value?,
    explode: Bool = false
  ) {
    guard let value, let content = content(of: value, name), !content.isEmpty else { return }
    setHeader(name, content.headerText(explode: explode))
  }

  /// A header that is written as JSON text, left out if nil.
  public mutating func addHeader<Value: Encodable>(_ name: String, json value: Value?) {
    guard let value, let text = jsonText(of: value, name) else { return }
    setHeader(name, text)
  }

  /// A cookie, left out if nil.
  public mutating func addCookie<Value: ParameterValue>(_ name: String, _ value: Value?) {
    guard let value, let text = text(of: value, name) else { return }
    cookies.append((PercentEncoding.encode(name), PercentEncoding.encode(text)))
  }

  /// A cookie that is a list, left out if nil or empty.
  public mutating func addCookie<Value: ParameterValue>(
    _ name: String,
    _ values: [Value]?,
    explode: Bool = false
  ) {
    guard let values else { return }
    let content = ParameterContent.list(values.compactMap { text(of: $0, name) })
    cookies += content.queryItems(name, .form, explode: explode, allowReserved: false)
  }

  mutating func setHeader(_ name: String, _ value: String) {
    guard let fieldName = HTTPField.Name(name) else { return note(name, "is no header name") }
    guard HTTPHeaderText.isLegal(value) else { return note(name, "has characters that no header can carry") }
    headers[fieldName] = value
  }
}

// MARK: - Text

nonisolated extension RequestParts {
  private mutating func text<Value: ParameterValue>(of value: Value, _ name: String) -> String? {
    let text = value.parameterText
    if text == nil { note(name, "cannot be written, expected \(Value.parameterExpectation)") }
    return text
  }

  private mutating func content<Value: Encodable>(of value: Value, _ name: String) -> ParameterContent? {
    do {
      return try ParameterContent(members: value)
    } catch {
      note(name, CodingProblem(error).description)
      return nil
    }
  }

  mutating func jsonText<Value: Encodable>(of value: Value, _ name: String) -> String? {
    do {
      return String(decoding: try JSONCoding.encode(value), as: UTF8.self)
    } catch {
      note(name, CodingProblem(error).description)
      return nil
    }
  }
}
