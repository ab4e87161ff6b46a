import APIModel

/// Decides on the Swift type of values without parts.
struct ScalarTypes: Sendable {
  let overrides: [String: ScalarOverride]

  func type(of scalar: Scalar) -> ScalarOverride? {
    if let chosen = scalar.chosenType.flatMap(ScalarOverride.init) { return chosen }
    if let format = scalar.format, let override = overrides[format] { return override }
    switch scalar.kind {
    case .boolean: return nil
    case .string: return Self.strings[scalar.format ?? ""] ?? .string
    case .integer: return Self.integers[scalar.format ?? ""] ?? .integer
    case .number: return Self.numbers[scalar.format ?? ""] ?? .number
    }
  }

  private static let strings: [String: ScalarOverride] = [
    "date-time": .dateTime, "date": .date, "uuid": .uuid, "uri": .url, "url": .url, "byte": .data,
  ]
  private static let integers: [String: ScalarOverride] = ["int32": .int32, "int64": .int64]
  private static let numbers: [String: ScalarOverride] = ["float": .float, "decimal": .decimal]
}
