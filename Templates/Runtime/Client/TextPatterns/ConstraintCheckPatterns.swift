public import Foundation

nonisolated extension ConstraintCheck {
  /// A text that has to match a pattern.
  public mutating func string(
    _ value: String?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    string(
      value,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }

  /// A URL whose whole text has to match a pattern.
  public mutating func url(
    _ value: URL?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    string(
      value?.absoluteString,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }

  /// The elements of a list of texts that have to match a pattern.
  public mutating func strings(
    _ values: [String?]?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    strings(
      values,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }

  /// The members of an object of texts that have to match a pattern.
  public mutating func strings(
    _ values: [String: String?]?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    strings(
      values,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }
}

nonisolated extension TextRules {
  /// Rules with a pattern, where there is one.
  init(minLength: Int?, maxLength: Int?, format: String?, matching pattern: String?) {
    self.init(minLength: minLength, maxLength: maxLength, format: format)
    self.pattern = pattern
    matches = { TextPatternCache.matches($0, $1) }
  }
}
