public import Foundation

/// A set of values that is complete: for what is only ever sent.
public typealias APIClosedEnumeration = ClosedEnumeration & CaseIterable & Codable & Hashable

/// What reads and writes itself as one of a complete set; see ``FieldCodable`` for what it leaves out.
///
/// One that is a parameter, too, says so by conforming to ``ParameterValue``, all of which stands here.
public nonisolated protocol ClosedEnumeration: RawRepresentable, Sendable where RawValue: ParameterValue {
  /// The values that the description lists.
  static var allCases: [Self] { get }
}

nonisolated extension ClosedEnumeration {
  public init?(parameterText: String) {
    guard let rawValue = RawValue(parameterText: parameterText) else { return nil }
    self.init(rawValue: rawValue)
  }

  public var parameterText: String? {
    rawValue.parameterText
  }

  public static var parameterExpectation: String {
    "one of " + allCases.compactMap(\.rawValue.parameterText).joined(separator: ", ")
  }
}

nonisolated extension ClosedEnumeration where RawValue: Codable {
  public init(from decoder: any Decoder) throws {
    guard let value = Self(rawValue: try decoder.singleValueContainer().decode(RawValue.self)) else {
      throw CodingProblem.Expectation(Self.parameterExpectation).error(at: decoder.codingPath)
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// A set of values that may grow: one that this version does not know is kept as `unrecognized`.
///
/// A client keeps what it does not know, because an API adds values without notice; a server, which reads strictly,
/// refuses it.
public typealias APIEnumeration = OpenEnumeration & CaseIterable & Codable & Hashable

/// What reads and writes itself as one of a set of values that may grow; see ``FieldCodable`` for what it leaves out.
///
/// One that is a parameter, too, says so by conforming to ``ParameterValue``, all of which stands here.
public nonisolated protocol OpenEnumeration: RawRepresentable, Sendable where RawValue: ParameterValue {
  /// The values that the description lists.
  static var allCases: [Self] { get }

  /// The value for a text or number of the API, known or not.
  init(rawValue: RawValue)
}

nonisolated extension OpenEnumeration {
  /// Whether the description lists the value.
  public var isKnown: Bool {
    let text = rawValue.parameterText
    return Self.allCases.contains { $0.rawValue.parameterText == text }
  }

  public init?(parameterText: String) {
    guard let rawValue = RawValue(parameterText: parameterText) else { return nil }
    self.init(rawValue: rawValue)
    guard isKnown else { return nil }
  }

  public var parameterText: String? {
    rawValue.parameterText
  }

  public static var parameterExpectation: String {
    "one of " + allCases.compactMap(\.rawValue.parameterText).joined(separator: ", ")
  }
}

nonisolated extension OpenEnumeration where RawValue: Codable & Hashable {
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
    if decoder.isStrict && !isKnown {
      throw CodingProblem.Expectation(Self.parameterExpectation).error(at: decoder.codingPath)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(rawValue)
  }
}

/// A scalar that can stand in a path, a query, a header or a cookie.
public nonisolated protocol ParameterValue: Sendable {
  /// The value as text, not yet percent-encoded; nil for one that cannot be written, such as an infinite number.
  var parameterText: String? { get }

  /// Reads a value from decoded text, or nil if the text is none that the description allows.
  init?(parameterText: String)

  /// What a text has to be, for an error: “a whole number”.
  static var parameterExpectation: String { get }
}

nonisolated extension String: ParameterValue {
  public var parameterText: String? { self }

  public init?(parameterText: String) {
    self = parameterText
  }

  public static var parameterExpectation: String { "a text" }
}

nonisolated extension Int: ParameterValue {
  public var parameterText: String? { String(self) }

  public init?(parameterText: String) {
    self.init(parameterText)
  }

  public static var parameterExpectation: String { "a whole number" }
}

nonisolated extension Double: ParameterValue {
  /// Without a fraction where there is none: `3`, not `3.0`. Nil for infinities and NaN.
  public var parameterText: String? {
    if let whole = Int(exactly: self) { return String(whole) }
    return isFinite ? String(self) : nil
  }

  /// Reads a decimal number; infinities, NaN and hexadecimal numbers are none.
  public init?(parameterText: String) {
    guard parameterText.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
    self.init(parameterText)
    guard isFinite else { return nil }
  }

  public static var parameterExpectation: String { "a number" }
}

nonisolated extension Bool: ParameterValue {
  public var parameterText: String? { self ? "true" : "false" }

  public init?(parameterText: String) {
    self.init(parameterText)
  }

  public static var parameterExpectation: String { "true or false" }
}

nonisolated extension Date: ParameterValue {
  /// The instant as RFC 3339 text; nil outside the years 0 to 9999.
  public var parameterText: String? { DateTimeFormat.text(for: self) }

  public init?(parameterText: String) {
    guard let date = DateTimeFormat.date(from: parameterText) else { return nil }
    self = date
  }

  public static var parameterExpectation: String { DateTimeFormat.expectation.text }
}

nonisolated extension CalendarDate: ParameterValue {
  public var parameterText: String? { description }

  public init?(parameterText: String) {
    self.init(parameterText)
  }

  public static var parameterExpectation: String { expectation.text }
}

// The types of numbers and texts with a format, as parameters carry them.

nonisolated extension Int32: ParameterValue {
  public var parameterText: String? { String(self) }

  public init?(parameterText: String) {
    self.init(parameterText)
  }

  public static var parameterExpectation: String { "a whole number of 32 bits" }
}

nonisolated extension Int64: ParameterValue {
  public var parameterText: String? { String(self) }

  public init?(parameterText: String) {
    self.init(parameterText)
  }

  public static var parameterExpectation: String { "a whole number of 64 bits" }
}

nonisolated extension Float: ParameterValue {
  public var parameterText: String? { isFinite ? String(self) : nil }

  public init?(parameterText: String) {
    guard let number = Double(parameterText: parameterText), Float(number).isFinite else { return nil }
    self.init(number)
  }

  public static var parameterExpectation: String { Double.parameterExpectation }
}

nonisolated extension Decimal: ParameterValue {
  public var parameterText: String? { isFinite ? description : nil }

  public init?(parameterText: String) {
    guard Double(parameterText: parameterText) != nil else { return nil }
    self.init(string: parameterText, locale: Locale(identifier: "en_US_POSIX"))
  }

  public static var parameterExpectation: String { Double.parameterExpectation }
}

nonisolated extension UUID: ParameterValue {
  public var parameterText: String? { uuidString }

  public init?(parameterText: String) {
    self.init(uuidString: parameterText)
  }

  public static var parameterExpectation: String { "a UUID" }
}

nonisolated extension URL: ParameterValue {
  public var parameterText: String? { absoluteString }

  public init?(parameterText: String) {
    self.init(string: parameterText)
  }

  public static var parameterExpectation: String { "a URL" }
}

nonisolated extension Data: ParameterValue {
  /// The bytes in Base64.
  public var parameterText: String? { base64EncodedString() }

  public init?(parameterText: String) {
    self.init(base64Encoded: parameterText)
  }

  public static var parameterExpectation: String { "bytes in Base64" }
}
