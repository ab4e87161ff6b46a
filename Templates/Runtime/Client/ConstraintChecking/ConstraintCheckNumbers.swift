public import Foundation

nonisolated extension ConstraintCheck {
  /// A whole number.
  public mutating func integer(
    _ value: Int?,
    _ name: String,
    minimum: Int? = nil,
    maximum: Int? = nil,
    multipleOf: Int? = nil
  ) {
    guard let value else { return }
    let rules = IntegerRules(minimum: minimum, maximum: maximum, multipleOf: multipleOf)
    for (rule, limit) in rules.violated(by: value) { violate(name, rule, limit) }
  }

  /// A whole number of 32 bits.
  public mutating func integer(
    _ value: Int32?,
    _ name: String,
    minimum: Int? = nil,
    maximum: Int? = nil,
    multipleOf: Int? = nil
  ) {
    guard let value else { return }
    integer(Int(value), name, minimum: minimum, maximum: maximum, multipleOf: multipleOf)
  }

  /// A whole number of 64 bits.
  public mutating func integer(
    _ value: Int64?,
    _ name: String,
    minimum: Int? = nil,
    maximum: Int? = nil,
    multipleOf: Int? = nil
  ) {
    guard let value else { return }
    integer(Int(value), name, minimum: minimum, maximum: maximum, multipleOf: multipleOf)
  }

  /// The elements of a list of whole numbers.
  public mutating func integers(
    _ values: [Int?]?,
    _ name: String,
    minimum: Int? = nil,
    maximum: Int? = nil,
    multipleOf: Int? = nil
  ) {
    guard let values else { return }
    let rules = IntegerRules(minimum: minimum, maximum: maximum, multipleOf: multipleOf)
    for (index, value) in values.enumerated() where violations.count < Self.limit {
      guard let value else { continue }
      for (rule, limit) in rules.violated(by: value) {
        violate(elementOf: name, at: index, rule, limit)
      }
    }
  }

  /// A number.
  public mutating func number(
    _ value: Double?,
    _ name: String,
    minimum: Double? = nil,
    maximum: Double? = nil,
    exclusiveMinimum: Double? = nil,
    exclusiveMaximum: Double? = nil,
    multipleOf: Double? = nil
  ) {
    guard let value else { return }
    let rules = NumberRules(
      minimum: minimum,
      maximum: maximum,
      exclusiveMinimum: exclusiveMinimum,
      exclusiveMaximum: exclusiveMaximum,
      multipleOf: multipleOf
    )
    for (rule, limit) in rules.violated(by: value) { violate(name, rule, limit) }
  }

  /// A number of 32 bits.
  public mutating func number(
    _ value: Float?,
    _ name: String,
    minimum: Double? = nil,
    maximum: Double? = nil,
    exclusiveMinimum: Double? = nil,
    exclusiveMaximum: Double? = nil,
    multipleOf: Double? = nil
  ) {
    // By way of the decimal digits: 0.1 is a multiple of 0.1 in either precision.
    number(
      value.flatMap { Double("\($0)") },
      name,
      minimum: minimum,
      maximum: maximum,
      exclusiveMinimum: exclusiveMinimum,
      exclusiveMaximum: exclusiveMaximum,
      multipleOf: multipleOf
    )
  }

  /// A decimal number.
  public mutating func number(
    _ value: Decimal?,
    _ name: String,
    minimum: Double? = nil,
    maximum: Double? = nil,
    exclusiveMinimum: Double? = nil,
    exclusiveMaximum: Double? = nil,
    multipleOf: Double? = nil
  ) {
    number(
      value.flatMap { Double("\($0)") },
      name,
      minimum: minimum,
      maximum: maximum,
      exclusiveMinimum: exclusiveMinimum,
      exclusiveMaximum: exclusiveMaximum,
      multipleOf: multipleOf
    )
  }

  /// The elements of a list of numbers.
  public mutating func numbers(
    _ values: [Double?]?,
    _ name: String,
    minimum: Double? = nil,
    maximum: Double? = nil,
    exclusiveMinimum: Double? = nil,
    exclusiveMaximum: Double? = nil,
    multipleOf: Double? = nil
  ) {
    guard let values else { return }
    let rules = NumberRules(
      minimum: minimum,
      maximum: maximum,
      exclusiveMinimum: exclusiveMinimum,
      exclusiveMaximum: exclusiveMaximum,
      multipleOf: multipleOf
    )
    for (index, value) in values.enumerated() where violations.count < Self.limit {
      guard let value else { continue }
      for (rule, limit) in rules.violated(by: value) {
        violate(elementOf: name, at: index, rule, limit)
      }
    }
  }
}

/// What is demanded of a whole number.
nonisolated struct IntegerRules {
  let minimum: Int?
  let maximum: Int?
  let multipleOf: Int?

  /// The keywords that a number violates, with what they ask for.
  func violated(by value: Int) -> [(rule: String, limit: String)] {
    var violated: [(rule: String, limit: String)] = []
    if let minimum, value < minimum { violated.append(("minimum", String(minimum))) }
    if let maximum, value > maximum { violated.append(("maximum", String(maximum))) }
    if let multipleOf, multipleOf != 0, !value.isMultiple(of: multipleOf) {
      violated.append(("multipleOf", String(multipleOf)))
    }
    return violated
  }
}

/// What is demanded of a number.
nonisolated struct NumberRules {
  let minimum: Double?
  let maximum: Double?
  let exclusiveMinimum: Double?
  let exclusiveMaximum: Double?
  let multipleOf: Double?

  /// The keywords that a number violates, with what they ask for.
  func violated(by value: Double) -> [(rule: String, limit: String)] {
    var violated: [(rule: String, limit: String)] = []
    if let minimum, value < minimum { violated.append(("minimum", Self.text(minimum))) }
    if let maximum, value > maximum { violated.append(("maximum", Self.text(maximum))) }
    if let exclusiveMinimum, value <= exclusiveMinimum {
      violated.append(("exclusiveMinimum", Self.text(exclusiveMinimum)))
    }
    if let exclusiveMaximum, value >= exclusiveMaximum {
      violated.append(("exclusiveMaximum", Self.text(exclusiveMaximum)))
    }
    if let multipleOf, !Self.isMultiple(value, of: multipleOf) {
      violated.append(("multipleOf", Self.text(multipleOf)))
    }
    return violated
  }

  /// Whether a number is a multiple as far as binary fractions can tell: 0.3 is one of 0.1.
  private static func isMultiple(_ value: Double, of divisor: Double) -> Bool {
    guard divisor > 0, value.isFinite else { return true }
    let quotient = value / divisor
    return abs(quotient - quotient.rounded()) <= max(1, abs(quotient)) * 1e-12
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }
}
