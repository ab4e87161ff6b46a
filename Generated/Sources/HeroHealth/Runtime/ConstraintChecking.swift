public import Foundation

/// A value that can be held against what the description demands of it beyond its type: lengths, bounds, patterns.
///
/// Every model and union conforms; a type of which nothing is demanded, itself or in its parts, is always valid. A
/// server validates requests before a handler sees them, and ``ClientConfiguration/validatesRequests`` has a client
/// validate what it sends.
public nonisolated protocol APIValidatable: Sendable {
  /// Notes what the value, or a part of it, violates.
  func validate(_ check: inout ConstraintCheck)
}

nonisolated extension APIValidatable {
  /// Holds the value against the constraints of the description.
  ///
  /// - Throws: ``ConstraintViolations`` with everything that is wrong, not only the first.
  public func validate() throws {
    var check = ConstraintCheck()
    check.value(self, "")
    try check.finish()
  }
}

nonisolated extension FieldCodable {
  /// Demands nothing.
  public func validate(_ check: inout ConstraintCheck) {}
}

nonisolated extension UnionCodable {
  /// Demands nothing.
  public func validate(_ check: inout ConstraintCheck) {}
}

nonisolated extension Array: APIValidatable where Element: APIValidatable {
  /// Validates each element.
  public func validate(_ check: inout ConstraintCheck) {
    for (index, element) in enumerated() {
      check.element(element, at: index)
    }
  }
}

nonisolated extension Dictionary: APIValidatable where Key == String, Value: APIValidatable {
  /// Validates each member.
  public func validate(_ check: inout ConstraintCheck) {
    for member in values {
      check.member(member)
    }
  }
}

nonisolated extension Optional: APIValidatable where Wrapped: APIValidatable {
  /// Validates the value, if there is one.
  public func validate(_ check: inout ConstraintCheck) {
    self?.validate(&check)
  }
}

/// Notes what a value violates, place by place.
///
/// Models hand their members to it, one call per member. What is nil is left out of account, since whether a member has
/// to be there is a matter of its type.
public nonisolated struct ConstraintCheck: Sendable {
  /// The most violations that are noted: a list of a million wrong elements needs no report of all of them.
  public static let limit = 100

  /// How deep values may be nested in one another.
  static let deepestPlace = 500

  /// A step from a value to a part of it.
  nonisolated enum Step: Sendable, Hashable {
    case name(String)
    case index(Int)
    /// A member whose name came with the data.
    case unnamed
  }

  /// What is violated.
  public private(set) var violations: [ConstraintViolation] = []

  private var place: [Step] = []

  /// A check that has found nothing yet.
  public init() {}

  /// Ends the check.
  ///
  /// - Throws: ``ConstraintViolations`` if anything is violated.
  public func finish() throws {
    if !violations.isEmpty { throw ConstraintViolations(violations) }
  }

  // MARK: - Values with constraints of their own

  /// Validates a member, or the value itself where the name is empty.
  public mutating func value(_ value: (any APIValidatable)?, _ name: String) {
    guard let value else { return }
    if name.isEmpty { return value.validate(&self) }
    descend(.name(name), to: value)
  }

  mutating func element(_ value: any APIValidatable, at index: Int) {
    descend(.index(index), to: value)
  }

  mutating func member(_ value: any APIValidatable) {
    descend(.unnamed, to: value)
  }

  private mutating func descend(_ step: Step, to value: any APIValidatable) {
    guard violations.count < Self.limit else { return }
    guard place.count < Self.deepestPlace else { return violate("", "depth", String(Self.deepestPlace)) }
    place.append(step)
    value.validate(&self)
    place.removeLast()
  }

  // MARK: - Violations

  /// Notes a violation.
  ///
  /// - Parameters:
  ///   - name: The member; empty for the value itself.
  ///   - rule: The keyword.
  ///   - limit: What the keyword asks for.
  public mutating func violate(_ name: String, _ rule: String, _ limit: String) {
    violate(name.isEmpty ? nil : .name(name), rule, limit)
  }

  mutating func violate(elementOf name: String, at index: Int, _ rule: String, _ limit: String) {
    enter(name) { $0.violate(.index(index), rule, limit) }
  }

  mutating func violate(memberOf name: String, _ rule: String, _ limit: String) {
    enter(name) { $0.violate(.unnamed, rule, limit) }
  }

  /// Notes a violation below a place.
  mutating func violate(_ name: String, below steps: [Step], _ rule: String, _ limit: String) {
    let start = place.count
    if !name.isEmpty { place.append(.name(name)) }
    place += steps
    violate(nil, rule, limit)
    place.removeLast(place.count - start)
  }

  private mutating func enter(_ name: String, _ note: (inout ConstraintCheck) -> Void) {
    guard !name.isEmpty else { return note(&self) }
    place.append(.name(name))
    note(&self)
    place.removeLast()
  }

  private mutating func violate(_ step: Step?, _ rule: String, _ limit: String) {
    guard violations.count < Self.limit else { return }
    let path = Self.text(step.map { place + [$0] } ?? place)
    violations.append(ConstraintViolation(path: path, rule: rule, limit: limit))
  }

  private static func text(_ place: [Step]) -> String {
    var text = ""
    for step in place {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .name(let name): text += text.isEmpty ? name : "." + name
      case .unnamed: text += text.isEmpty ? "*" : ".*"
      }
    }
    return text
  }
}

nonisolated extension ConstraintCheck {
  /// The number of elements of a list.
  public mutating func items(_ count: Int?, _ name: String, minItems: Int? = nil, maxItems: Int? = nil) {
    guard let count else { return }
    if let minItems, count < minItems { violate(name, "minItems", String(minItems)) }
    if let maxItems, count > maxItems { violate(name, "maxItems", String(maxItems)) }
  }

  /// The number of members of an object.
  public mutating func properties(
    _ count: Int?,
    _ name: String,
    minProperties: Int? = nil,
    maxProperties: Int? = nil
  ) {
    guard let count else { return }
    if let minProperties, count < minProperties { violate(name, "minProperties", String(minProperties)) }
    if let maxProperties, count > maxProperties { violate(name, "maxProperties", String(maxProperties)) }
  }

  /// A list whose elements differ from one another.
  public mutating func unique<Element: Hashable>(_ values: [Element]?, _ name: String) {
    guard let values, values.count > 1, Set(values).count < values.count else { return }
    violate(name, "uniqueItems", "")
  }

  /// A member that a request must have and a response need not.
  public mutating func present(_ isPresent: Bool, _ name: String) {
    if !isPresent { violate(name, "required", "") }
  }
}

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

/// One demand of the description that a value does not meet, in words that are fit for logs: the place, the keyword and
/// its limit, never the value.
public nonisolated struct ConstraintViolation: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Where, such as `address.lines[2]`; empty for the value as a whole. A name that came with the data is a `*`.
  public let path: String

  /// The keyword of JSON Schema that is violated, such as `maxLength`.
  public let rule: String

  /// What the keyword asks for, such as `64`; empty where it has no short form.
  public let limit: String

  init(path: String, rule: String, limit: String) {
    self.path = path
    self.rule = rule
    self.limit = limit
  }

  public var description: String {
    let demand = limit.isEmpty ? "violates \(rule)" : "violates \(rule) \(limit)"
    return path.isEmpty ? demand : "\(path): \(demand)"
  }
}

/// Everything that a value violates.
///
/// Its text names places, keywords and limits, and no values: it is fit for logs and for answers.
public nonisolated struct ConstraintViolations: Error, Hashable, Sendable, CustomStringConvertible {
  /// The violations in the order of the description, at most ``ConstraintCheck/limit`` of them.
  public let violations: [ConstraintViolation]

  init(_ violations: [ConstraintViolation]) {
    self.violations = violations
  }

  public var description: String {
    violations.map(\.description).joined(separator: "; ")
  }
}

/// The formats of texts that are checked (JSON Schema Validation 2020-12, section 7.3). Dates, UUIDs, URLs and bytes have
/// types of their own, which read nothing else.
nonisolated enum TextFormat: String {
  case email
  case ipv4
  case ipv6
  case time
  case duration
  case decimal

  func accepts(_ text: String) -> Bool {
    switch self {
    case .email: Self.isEmail(text)
    case .ipv4: Self.isIPv4(text)
    case .ipv6: Self.isIPv6(text)
    case .time: Self.isTime(Array(text.utf8))
    case .duration: Self.isDuration(Array(text.utf8))
    case .decimal: Self.isDecimal(text)
    }
  }

  /// Addresses are too free a matter for more than this (RFC 5321, section 4.1.2).
  private static func isEmail(_ text: String) -> Bool {
    guard let mark = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    return mark > text.utf8.startIndex && text.utf8.index(after: mark) < text.utf8.endIndex
      && !text.utf8.contains { $0 < 0x20 }
  }

  /// A number as JSON writes it, without an exponent.
  private static func isDecimal(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && isDigits($0) }
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.count <= 3 && isDigits(part) && Int(part).map { $0 <= 255 } ?? false
      }
  }

  /// Eight groups, or fewer with one `::`; the last two may be written as an IPv4 address (RFC 4291, section 2.2).
  private static func isIPv6(_ text: String) -> Bool {
    guard text.utf8.count <= 45 else { return false }
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    var groups = 0
    var gaps = 0
    for (index, part) in halves.enumerated() {
      if part.isEmpty {
        let isEdge = index == 0 || index == halves.count - 1
        if isEdge {
          let neighbour = index == 0 ? 1 : halves.count - 2
          guard halves.count > 2, halves[neighbour].isEmpty else { return false }
        } else {
          gaps += 1
        }
      } else if index == halves.count - 1, part.contains(".") {
        guard isIPv4(String(part)) else { return false }
        groups += 2
      } else {
        guard part.utf8.count <= 4, part.utf8.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
        else { return false }
        groups += 1
      }
    }
    return gaps == 0 ? groups == 8 : gaps == 1 && groups < 8
  }

  /// A full time, with its offset (RFC 3339, section 5.6).
  private static func isTime(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 9, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"),
      let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]), let second = number(bytes[6..<8]),
      hour < 24, minute < 60, second <= 60
    else { return false }
    var rest = bytes[8...]
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { isDigit($0) }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count + 1)
    }
    if rest.elementsEqual([UInt8(ascii: "Z")]) || rest.elementsEqual([UInt8(ascii: "z")]) { return true }
    let offset = Array(rest)
    guard offset.count == 6, offset[0] == UInt8(ascii: "+") || offset[0] == UInt8(ascii: "-"),
      offset[3] == UInt8(ascii: ":"), let hours = number(offset[1..<3]), let minutes = number(offset[4..<6])
    else { return false }
    return hours < 24 && minutes < 60
  }

  /// `P3Y6M4DT12H30M5S` or `P2W`, with a fraction in the last number (ISO 8601-1, section 5.5.2).
  private static func isDuration(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "P"), bytes.count > 2 else { return false }
    var units = Array("YMWD".utf8)[...]
    var isInTime = false
    var digits = 0
    var hasFraction = false
    for byte in bytes.dropFirst() {
      if isDigit(byte) {
        digits += 1
      } else if byte == UInt8(ascii: "."), digits > 0, !hasFraction {
        hasFraction = true
        digits = 0
      } else if byte == UInt8(ascii: "T"), !isInTime, digits == 0, !hasFraction {
        isInTime = true
        units = Array("HMS".utf8)[...]
      } else {
        guard digits > 0, let index = units.firstIndex(of: byte) else { return false }
        units = hasFraction ? [] : units[(index + 1)...]
        digits = 0
      }
    }
    return digits == 0 && bytes.last != UInt8(ascii: "T") && bytes.last.map { !isDigit($0) } ?? false
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ isDigit($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isDigit($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// What is demanded of a value besides what its type demands.
public nonisolated protocol ValueRules: Sendable {
  /// Notes what a value violates.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The member that it is; empty for the value itself.
  ///   - check: What takes note.
  func check(_ value: any Encodable, _ name: String, in check: inout ConstraintCheck)
}
