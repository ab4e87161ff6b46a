public import Foundation

nonisolated extension ConstraintCheck {
  /// A text. Lengths are counted in Unicode scalars (JSON Schema Validation 2020-12, section 6.3).
  public mutating func string(
    _ value: String?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    format: String? = nil
  ) {
    string(value, name, TextRules(minLength: minLength, maxLength: maxLength, format: format))
  }

  /// A URL, held against its whole text.
  public mutating func url(
    _ value: URL?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    format: String? = nil
  ) {
    string(value?.absoluteString, name, minLength: minLength, maxLength: maxLength, format: format)
  }

  /// The elements of a list of texts.
  public mutating func strings(
    _ values: [String?]?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    format: String? = nil
  ) {
    strings(values, name, TextRules(minLength: minLength, maxLength: maxLength, format: format))
  }

  /// The members of an object of texts.
  public mutating func strings(
    _ values: [String: String?]?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    format: String? = nil
  ) {
    strings(values, name, TextRules(minLength: minLength, maxLength: maxLength, format: format))
  }

  mutating func string(_ value: String?, _ name: String, _ rules: TextRules) {
    guard let value else { return }
    for (rule, limit) in rules.violated(by: value) { violate(name, rule, limit) }
  }

  mutating func strings(_ values: [String?]?, _ name: String, _ rules: TextRules) {
    guard let values else { return }
    for (index, value) in values.enumerated() where violations.count < Self.limit {
      guard let value else { continue }
      for (rule, limit) in rules.violated(by: value) {
        violate(elementOf: name, at: index, rule, limit)
      }
    }
  }

  mutating func strings(_ values: [String: String?]?, _ name: String, _ rules: TextRules) {
    guard let values else { return }
    for case let value? in values.values where violations.count < Self.limit {
      for (rule, limit) in rules.violated(by: value) { violate(memberOf: name, rule, limit) }
    }
  }
}

/// What is demanded of a text.
nonisolated struct TextRules {
  var minLength: Int?
  var maxLength: Int?
  var format: String?

  /// A pattern, and what finds out whether a text matches it.
  var pattern: String?
  var matches: ((_ text: String, _ pattern: String) -> Bool)?

  /// The keywords that a text violates, with what they ask for.
  ///
  /// A text that is too long is not matched: its length is what is wrong with it.
  func violated(by text: String) -> [(rule: String, limit: String)] {
    var violated: [(rule: String, limit: String)] = []
    if minLength != nil || maxLength != nil {
      let length = text.unicodeScalars.count
      if let minLength, length < minLength { violated.append(("minLength", String(minLength))) }
      if let maxLength, length > maxLength { return [("maxLength", String(maxLength))] }
    }
    if let pattern, let matches, !matches(text, pattern) { violated.append(("pattern", pattern)) }
    if let format, TextFormat(rawValue: format)?.accepts(text) == false {
      violated.append(("format", format))
    }
    return violated
  }
}
