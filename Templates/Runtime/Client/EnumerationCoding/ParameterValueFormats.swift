public import Foundation

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
