public import Foundation
public import HTTPTypes

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
