public import Foundation
public import HTTPTypes

/// What a successful call answered: the body with status and headers.
public nonisolated struct APIResponse<Body: Sendable>: Sendable {
  /// The body.
  public let body: Body

  /// The status: 200 to 299, or 300 to 399 where a redirect is all that the description promises.
  public let status: HTTPResponse.Status

  /// The headers.
  public let headers: ResponseHeaders

  /// A response, for tests and middleware.
  public init(body: Body, status: HTTPResponse.Status, headers: ResponseHeaders = [:]) {
    self.body = body
    self.status = status
    self.headers = headers
  }
}

nonisolated extension APIResponse: RedactedDescribable {
  /// The status and the type of the body.
  public var redactedDescription: String {
    "\(status.code) \(Body.self)"
  }
}

/// Media types, as far as a client and a server have to tell them apart.
public nonisolated enum HTTPMediaType {
  /// The media type of a `Content-Type` header in lower case, without parameters. Empty if there is none.
  public static func essence(_ contentType: String?) -> String {
    guard let contentType else { return "" }
    let essence = contentType.prefix { $0 != ";" }
    return String(essence.filter { !$0.isWhitespace }).lowercased()
  }

  /// Whether a media type is one of some, which may be ranges: `image/*`, `*/*`.
  static func matches(_ essence: String, _ mediaTypes: [String]) -> Bool {
    mediaTypes.contains { type in
      type == essence || type == "*/*" || (type.hasSuffix("/*") && essence.hasPrefix(type.dropLast()))
    }
  }

  /// Whether a media type is JSON: `application/json`, or one with the suffix `+json` (RFC 6839, section 3.1).
  public static func isJSON(_ essence: String) -> Bool {
    essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
  }
}

/// What a successful call answered, before its body is read: for operations with several forms of success.
public nonisolated struct RawResponse: Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The status: 200 to 299, or 300 to 399 where a redirect is all that the description promises.
  public let status: HTTPResponse.Status

  /// The headers.
  public let headers: ResponseHeaders

  /// The body: in memory, or, where the operation streams it, as it arrives.
  public let content: HTTPBody

  /// Sends the request again, to go on after an event.
  let reopen: (@Sendable (_ lastEventID: String?) async throws -> RawResponse)?

  init(
    operationID: String,
    status: HTTPResponse.Status,
    headers: ResponseHeaders,
    content: HTTPBody,
    reopen: (@Sendable (_ lastEventID: String?) async throws -> RawResponse)? = nil
  ) {
    self.operationID = operationID
    self.status = status
    self.headers = headers
    self.content = content
    self.reopen = reopen
  }

  /// The body, where it is in memory; empty for one that is streamed.
  public var body: Data {
    if case .data(let data) = content { data } else { Data() }
  }

  /// The media type of the body in lower case, without parameters: `application/json`. Empty if there is none.
  public var mediaType: String {
    HTTPMediaType.essence(headers[.contentType])
  }

  /// Whether the body has one of some media types, which may be ranges such as `image/*`.
  public func has(_ mediaTypes: String...) -> Bool {
    HTTPMediaType.matches(mediaType, mediaTypes)
  }

  /// The body as a value that is written as JSON.
  ///
  /// - Throws: ``APIError`` of kind `decoding`.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try value(type)
  }

  /// As ``decode(_:)``, for a type that is found to be `Decodable` at run time.
  func value<Value>(_ type: Value.Type) throws -> Value {
    do {
      return try JSONCoding.value(type, from: body)
    } catch {
      throw APIError(decoding: self, error)
    }
  }

  /// The body as a value that is written as JSON; nil when there is no body.
  ///
  /// - Throws: ``APIError`` of kind `decoding`.
  public func decodeIfPresent<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    try valueIfPresent(type)
  }

  /// As ``decodeIfPresent(_:)``, for a type that is found to be `Decodable` at run time.
  func valueIfPresent<Value>(_ type: Value.Type) throws -> Value? {
    body.isEmpty ? nil : try value(Value?.self)
  }

  /// The body as text.
  ///
  /// - Throws: ``APIError`` of kind `decoding` if it is not UTF-8.
  public func text() throws -> String {
    guard let text = String(data: body, encoding: .utf8) else {
      throw APIError(decoding: self, CodingProblem([], "expected text in UTF-8"))
    }
    return text
  }

  /// The error for a success that the description does not have.
  public func undocumented() -> APIError {
    APIError(decoding: self, CodingProblem([], "the description has no such success"))
  }

  /// The response with a body in place of the bytes.
  public func with<Body: Sendable>(_ body: Body) -> APIResponse<Body> {
    APIResponse(body: body, status: status, headers: headers)
  }
}

nonisolated extension RawResponse: RedactedDescribable {
  /// The operation, the status and the size of the body.
  public var redactedDescription: String {
    "\(operationID): \(status.code), \(content.redactedDescription)"
  }
}

/// The headers of a response.
///
/// A header that the description documents is a property of its own type, which is nil when the header is absent or
/// is not what the description says. One that every response has which documents it throws then. The texts are there by
/// name.
///
/// ```swift
/// response.headers[.eTag]
/// ```
public nonisolated struct ResponseHeaders: Hashable, Sendable {
  /// The headers as they came.
  public var fields: HTTPFields

  /// Headers as they came.
  public init(_ fields: HTTPFields = [:]) {
    self.fields = fields
  }

  /// The text of a header; that of several lines of one name is joined with commas.
  public subscript(name: HTTPField.Name) -> String? {
    get { fields[name] }
    set { fields[name] = newValue }
  }

  /// The texts of the lines of one name.
  public subscript(values name: HTTPField.Name) -> [String] {
    get { fields[values: name] }
    set { fields[values: name] = newValue }
  }

  /// Sets each header that others have to what it is there.
  public mutating func merge(_ others: ResponseHeaders) {
    fields.replace(with: others.fields)
  }
}

nonisolated extension ResponseHeaders: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (HTTPField.Name, String)...) {
    self.init(HTTPFields(elements.map { HTTPField(name: $0.0, value: $0.1) }))
  }
}

nonisolated extension ResponseHeaders: RedactedDescribable {
  /// The number of headers: their values may be personal.
  public var redactedDescription: String {
    "\(fields.count) headers"
  }
}

// MARK: - Values

nonisolated extension ResponseHeaders {
  /// The text of a header.
  public func string(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { fields[$0] }
  }

  /// The texts of all lines of a header, for one whose lines cannot be joined: `Set-Cookie`.
  public func lines(_ name: String) -> [String] {
    HTTPField.Name(name).map { fields[values: $0] } ?? []
  }

  /// A header that is a whole number.
  public func integer(_ name: String) -> Int? { value(name, Int.self) }

  /// A header that is a number.
  public func number(_ name: String) -> Double? { value(name, Double.self) }

  /// A header that is `true` or `false`.
  public func boolean(_ name: String) -> Bool? { value(name, Bool.self) }

  /// A header that is an instant: RFC 3339, or the format of HTTP itself (RFC 9110, section 5.6.7).
  public func date(_ name: String) -> Date? {
    trimmed(name).flatMap { DateTimeFormat.date(from: $0) ?? HTTPDate.date(from: $0) }
  }

  /// A header that is a scalar.
  public func value<Value: ParameterValue>(_ name: String, _ type: Value.Type) -> Value? {
    trimmed(name).flatMap { Value(parameterText: $0) }
  }

  /// A header that is a list; nil also when one of its elements is not what it should be.
  public func list<Value: ParameterValue>(_ name: String, _ type: Value.Type) -> [Value]? {
    guard let text = string(name) else { return nil }
    let pieces = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let values = pieces.compactMap { Value(parameterText: $0) }
    return values.count == pieces.count ? values : nil
  }

  /// A header that is an object whose members are texts, in the style `simple`: `a,1,b,2`, or `a=1,b=2` exploded.
  public func members(_ name: String, explode: Bool = false) -> [String: String]? {
    guard let pieces = list(name, String.self) else { return nil }
    var members: [String: String] = [:]
    if explode {
      for piece in pieces {
        let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return nil }
        members[String(pair[0])] = String(pair[1])
      }
    } else {
      guard pieces.count.isMultiple(of: 2) else { return nil }
      for index in stride(from: 0, to: pieces.count, by: 2) { members[pieces[index]] = pieces[index + 1] }
    }
    return members
  }

  /// A header that is written as JSON.
  public func json<Value: Decodable>(_ name: String, _ type: Value.Type) -> Value? {
    guard let text = string(name) else { return nil }
    do {
      return try JSONCoding.decode(type, from: Data(text.utf8))
    } catch {
      // A malformed header is as good as none; its text is there by name.
      return nil
    }
  }

  /// A header that has to be there.
  ///
  /// - Parameters:
  ///   - name: The header.
  ///   - value: What it was read as; nil when it is absent or malformed.
  /// - Throws: ``CodingProblem`` with the name of the header, and not its text.
  public func required<Value>(_ name: String, _ value: Value?) throws -> Value {
    if let value { return value }
    throw CodingProblem(
      [FieldKey(name)],
      string(name) == nil ? "is missing" : "is not what the description says"
    )
  }

  private func trimmed(_ name: String) -> String? {
    string(name)?.trimmingCharacters(in: .whitespaces)
  }
}

// MARK: - Setting

nonisolated extension ResponseHeaders {
  /// Sets a header to a text; nil, and a text that no header can carry, remove it.
  public mutating func set(_ name: String, _ text: String?) {
    guard let name = HTTPField.Name(name) else { return }
    fields[name] = text.flatMap { HTTPHeaderText.isLegal($0) ? $0 : nil }
  }

  /// Sets the lines of a header.
  public mutating func setLines(_ name: String, _ texts: [String]) {
    guard let name = HTTPField.Name(name) else { return }
    fields[values: name] = texts.filter(HTTPHeaderText.isLegal)
  }

  /// Sets a header to an instant, in RFC 3339 format.
  public mutating func setDate(_ name: String, _ date: Date?) {
    set(name, date.flatMap { DateTimeFormat.text(for: $0) })
  }

  /// Sets a header to an instant, in the format of HTTP itself (RFC 9110, section 5.6.7).
  public mutating func setHTTPDate(_ name: String, _ date: Date?) {
    set(name, date.map { HTTPDate.text(for: $0) })
  }

  /// Sets a header to a scalar.
  public mutating func setValue<Value: ParameterValue>(_ name: String, _ value: Value?) {
    set(name, value?.parameterText)
  }

  /// Sets a header to a list.
  public mutating func setList<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
    set(name, values?.compactMap(\.parameterText).joined(separator: ","))
  }

  /// Sets a header to an object in the style `simple`, members sorted by name.
  public mutating func setMembers(_ name: String, _ members: [String: String]?, explode: Bool = false) {
    let separator = explode ? "=" : ","
    let pairs = members?.sorted { $0.key < $1.key }.map { $0.key + separator + $0.value }
    set(name, pairs?.joined(separator: ","))
  }

  /// Sets a header to JSON; what JSON cannot carry removes it.
  public mutating func setJSON<Value: Encodable>(_ name: String, _ value: Value?) {
    guard let value else { return set(name, nil) }
    do {
      set(name, String(decoding: try JSONCoding.encode(value), as: UTF8.self))
    } catch {
      set(name, nil)
    }
  }
}
