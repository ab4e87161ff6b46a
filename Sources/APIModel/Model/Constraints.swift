public import SourceDocuments

/// What a description demands of a value beyond its type (JSON Schema Validation 2020-12 §6).
public struct Constraints: Sendable {
  /// The least length, in Unicode scalars.
  public var minLength: Int?
  /// The greatest length, in Unicode scalars.
  public var maxLength: Int?
  /// Regular expressions in the dialect of ECMA-262, all of which have to match somewhere in the text.
  public var patterns: [String] = []
  /// A format that is checked rather than read into a type of its own.
  public var format: String?
  public var minimum: SourceNumber?
  public var maximum: SourceNumber?
  public var exclusiveMinimum: SourceNumber?
  public var exclusiveMaximum: SourceNumber?
  public var multiples: [SourceNumber] = []
  public var minItems: Int?
  public var maxItems: Int?
  public var hasUniqueItems = false
  public var minProperties: Int?
  public var maxProperties: Int?
  /// What only the JSON of a value shows, such as `not` and `if`: objects of JSON Schema without references.
  public var assertions: [ExampleValue] = []
  /// What is demanded of the elements of a list or the members of a map; empty or one.
  public var elements: [Constraints] = []

  public init() {}

  /// Whether nothing is demanded.
  public var isEmpty: Bool {
    isTextFree && isNumberFree && isCountFree && assertions.isEmpty && elements.isEmpty
  }

  /// Whether nothing is demanded of texts.
  public var isTextFree: Bool { minLength == nil && maxLength == nil && patterns.isEmpty && format == nil }

  /// Whether nothing is demanded of numbers.
  public var isNumberFree: Bool {
    minimum == nil && maximum == nil && exclusiveMinimum == nil && exclusiveMaximum == nil
      && multiples.isEmpty
  }

  private var isCountFree: Bool {
    minItems == nil && maxItems == nil && !hasUniqueItems && minProperties == nil && maxProperties == nil
  }
}

extension Constraints {
  /// The constraints as a schema of JSON Schema.
  ///
  /// - Parameter isMap: Whether `elements` speaks of the members of an object rather than of a list.
  public func json(isMap: Bool = false) -> ExampleValue {
    var members: [(name: String, value: ExampleValue)] = []
    func add(_ name: String, _ count: Int?) {
      if let count { members.append((name, .number(String(count)))) }
    }
    func add(_ name: String, _ number: SourceNumber?) {
      if let text = number?.plainText { members.append((name, .number(text))) }
    }
    add("minLength", minLength)
    add("maxLength", maxLength)
    if let pattern = patterns.first { members.append(("pattern", .string(pattern))) }
    if let format { members.append(("format", .string(format))) }
    add("minimum", minimum)
    add("maximum", maximum)
    add("exclusiveMinimum", exclusiveMinimum)
    add("exclusiveMaximum", exclusiveMaximum)
    add("multipleOf", multiples.first)
    add("minItems", minItems)
    add("maxItems", maxItems)
    if hasUniqueItems { members.append(("uniqueItems", .boolean(true))) }
    add("minProperties", minProperties)
    add("maxProperties", maxProperties)
    if let element = elements.first {
      members.append((isMap ? "additionalProperties" : "items", element.json()))
    }
    let others =
      patterns.dropFirst().map { ExampleValue.object([("pattern", .string($0))]) }
      + multiples.dropFirst().compactMap { number in
        number.plainText.map { ExampleValue.object([("multipleOf", .number($0))]) }
      }
      + assertions
    // Two schemas that speak of the same keyword have to stay apart.
    var apart: [ExampleValue] = []
    for other in others {
      if case .object(let own) = other,
        !own.contains(where: { one in members.contains { $0.name == one.name } })
      {
        members += own
      } else {
        apart.append(other)
      }
    }
    if !apart.isEmpty { members.append(("allOf", .array(apart))) }
    return .object(members)
  }
}

extension SourceNumber {
  /// The number as JSON and Swift write it; nil for what neither can write.
  public var plainText: String? {
    if let integer { return String(integer) }
    let value = double
    return value.isFinite ? "\(value)" : nil
  }
}
