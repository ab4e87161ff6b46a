public import Foundation

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
