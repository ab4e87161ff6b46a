import SourceDocuments

/// Checks values against schemas (JSON Schema 2020-12), as far as examples need it.
///
/// It errs on the side of acceptance: what it cannot decide, such as an unknown format, or what takes too
/// long, it lets pass. Recursive schemas end with the value, since each step through a property or an item
/// goes one level deeper into it, and with a limit on steps that do not.
struct ValueChecker {
  let schemas: SchemaStore
  var patterns: [String: TextPattern?] = [:]
  /// Whether every keyword met so far could be decided.
  var isCertain = true
  private var remainingSteps = 0
  private var remainingTotal = Self.totalLimit

  init(schemas: SchemaStore) {
    self.schemas = schemas
  }

  /// The first reason for which a value does not match a schema; nil when it matches, or may match.
  mutating func mismatch(of value: SourceNode, with schema: Schema) -> Mismatch? {
    remainingSteps = min(Self.stepLimit, remainingTotal)
    let granted = remainingSteps
    defer { remainingTotal -= granted - max(0, remainingSteps) }
    isCertain = true
    return check(value, schema, depth: 0)
  }

  /// Counts steps; false when there have been too many.
  mutating func step(_ count: Int = 1) -> Bool {
    guard remainingSteps > count else {
      isCertain = false
      return false
    }
    remainingSteps -= count
    return true
  }

  mutating func check(_ value: SourceNode, _ schema: Schema, depth: Int) -> Mismatch? {
    guard depth < Self.depthLimit, step() else {
      isCertain = false
      return nil
    }
    if let boolean = schema.boolean {
      return boolean ? nil : Mismatch(value, "no value is allowed here")
    }
    // Who allows null by type means it, though a schema that is referred to may not: so `nullable` of OpenAPI
    // 3.0 is written beside `allOf` and `enum`.
    if value.isNull, schema.types.contains(.null) { return nil }
    if let reference = schema.reference {
      guard let target = schemas.target(of: reference) else {
        isCertain = false
        return nil
      }
      if let mismatch = check(value, target, depth: depth + 1) { return mismatch }
    }
    return checkTypes(value, schema) ?? checkValues(value, schema) ?? checkKind(value, schema, depth: depth)
      ?? checkComposition(value, schema, depth: depth)
  }

  private mutating func checkKind(_ value: SourceNode, _ schema: Schema, depth: Int) -> Mismatch? {
    switch value.kind {
    case .object: checkObject(value, schema, depth: depth)
    case .array: checkArray(value, schema, depth: depth)
    case .string: checkString(value, schema)
    case .number: checkNumber(value, schema)
    case .boolean, .null: nil
    }
  }

  private func checkTypes(_ value: SourceNode, _ schema: Schema) -> Mismatch? {
    guard !schema.types.isEmpty, !schema.types.contains(where: { $0.contains(value) }) else { return nil }
    let expected = schema.types.map(\.phrase).joined(separator: " or ")
    return Mismatch(value, "expected \(expected), found \(value.kind.phrase)")
  }

  private mutating func checkValues(_ value: SourceNode, _ schema: Schema) -> Mismatch? {
    if let constant = schema.constant, !isEqual(value, constant) {
      return Mismatch(value, "expected \(excerpt(constant))")
    }
    guard let enumeration = schema.enumeration else { return nil }
    for allowed in enumeration where isEqual(value, allowed) { return nil }
    guard step() else { return nil }
    let shown = enumeration.prefix(8).map { excerpt($0) }.joined(separator: ", ")
    let more = enumeration.count > 8 ? ", …" : ""
    return Mismatch(value, "\(excerpt(value)) is not among the values allowed: \(shown)\(more)")
  }

  /// A value as it can be shown in a message.
  func excerpt(_ value: SourceNode) -> String {
    switch value.kind {
    case .object: return "an object"
    case .array: return "an array"
    case .string:
      let text = value.string ?? ""
      return text.count > 40 ? "'\(text.prefix(40))…'" : "'\(text)'"
    case .number: return value.number?.text ?? "a number"
    case .boolean: return value.boolean == true ? "true" : "false"
    case .null: return "null"
    }
  }

  private static let depthLimit = 100
  /// Steps for one value.
  private static let stepLimit = 10_000
  /// Steps for all values of a description.
  private static let totalLimit = 2_000_000
}

extension JSONType {
  func contains(_ value: SourceNode) -> Bool {
    switch self {
    case .null: value.isNull
    case .boolean: value.kind == .boolean
    case .object: value.kind == .object
    case .array: value.kind == .array
    case .number: value.kind == .number
    case .string: value.kind == .string
    case .integer: value.number.map { $0.integer != nil || $0.double.rounded() == $0.double } ?? false
    }
  }

  /// The type with its article.
  var phrase: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .object: "an object"
    case .array: "an array"
    case .number: "a number"
    case .string: "a string"
    case .integer: "an integer"
    }
  }
}
