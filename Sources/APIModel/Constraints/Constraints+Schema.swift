import OpenAPIDescription
import SourceDocuments

extension Constraints {
  /// The formats that are checked at run time rather than read into types of their own.
  static let checkedFormats: Set<String> = ["email", "ipv4", "ipv6", "time", "duration", "decimal"]

  /// What the formats of whole numbers hold that have no type of their own. `Int` ends before `uint64` does.
  private static let ranges: [String: ClosedRange<Int>] = [
    "int8": -128...127, "int16": -32_768...32_767, "uint8": 0...255, "uint16": 0...65_535,
    "uint32": 0...4_294_967_295, "uint64": 0...Int.max, "uint": 0...Int.max,
  ]

  mutating func addText(of schema: Schema) {
    minLength = Self.greater(minLength, schema.minLength)
    maxLength = Self.less(maxLength, schema.maxLength)
    if let pattern = schema.pattern, !patterns.contains(pattern), PatternSupport.isDecidable(pattern) {
      patterns.append(pattern)
    }
    if let format = schema.format, Self.checkedFormats.contains(format) { self.format = format }
  }

  mutating func addNumber(of schema: Schema) {
    minimum = Self.greater(minimum, schema.minimum)
    maximum = Self.less(maximum, schema.maximum)
    if let range = schema.format.flatMap({ Self.ranges[$0] }) {
      minimum = Self.greater(minimum, SourceNumber(range.lowerBound))
      if range.upperBound < Int.max { maximum = Self.less(maximum, SourceNumber(range.upperBound)) }
    }
    exclusiveMinimum = Self.greater(exclusiveMinimum, schema.exclusiveMinimum)
    exclusiveMaximum = Self.less(exclusiveMaximum, schema.exclusiveMaximum)
    if let multiple = schema.multipleOf, multiple.double > 0, !multiples.contains(multiple) {
      multiples.append(multiple)
    }
  }

  mutating func addCounts(of schema: Schema) {
    addItemCounts(of: schema)
    addPropertyCounts(of: schema)
  }

  mutating func addItemCounts(of schema: Schema) {
    minItems = Self.greater(minItems, schema.minItems)
    maxItems = Self.less(maxItems, schema.maxItems)
    if schema.uniqueItems { hasUniqueItems = true }
  }

  mutating func addPropertyCounts(of schema: Schema) {
    minProperties = Self.greater(minProperties, schema.minProperties)
    maxProperties = Self.less(maxProperties, schema.maxProperties)
  }

  // Of two bounds the narrower one counts, since a value has to meet both.

  private static func greater(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  private static func less(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  private static func greater(_ one: SourceNumber?, _ other: SourceNumber?) -> SourceNumber? {
    guard let one, let other else { return one ?? other }
    return one.double < other.double ? other : one
  }

  private static func less(_ one: SourceNumber?, _ other: SourceNumber?) -> SourceNumber? {
    guard let one, let other else { return one ?? other }
    return other.double < one.double ? other : one
  }
}
