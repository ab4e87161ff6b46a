import OpenAPIDescription
import SourceDocuments

/// A value without parts that satisfies one or several schemas at once.
struct ScalarSample {
  private let schemas: [Schema]
  private let kind: Scalar.Kind

  /// A sample for schemas of which one at least says what type it has; nil where none does.
  init?(of schemas: [Schema]) {
    guard let kind = schemas.lazy.compactMap({ $0.scalar?.kind ?? Self.kind(of: $0) }).first else {
      return nil
    }
    self.kind = kind
    self.schemas = schemas
  }

  var value: ExampleValue {
    switch kind {
    case .string: .string(text)
    case .integer: .number(String(integer))
    case .number: .number(number)
    case .boolean: first(\.defaultValue).map(ExampleValue.node) ?? .boolean(true)
    }
  }

  private static func kind(of schema: Schema) -> Scalar.Kind? {
    switch schema.valueTypes.first {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    default: nil
    }
  }

  private func first<Value>(_ keyword: KeyPath<Schema, Value?>) -> Value? {
    schemas.lazy.compactMap { $0[keyPath: keyword] }.first
  }

  // MARK: - Numbers

  private var integer: Int {
    let lowest = schemas.compactMap { schema in
      schema.minimum?.integer ?? schema.exclusiveMinimum?.integer.map { $0 == .max ? $0 : $0 + 1 }
    }.max()
    let highest = schemas.compactMap { schema in
      schema.maximum?.integer ?? schema.exclusiveMaximum?.integer.map { $0 == .min ? $0 : $0 - 1 }
    }.min()
    let wanted = first(\.multipleOf)?.integer ?? 1
    if let lowest, lowest > wanted {
      let rest = wanted > 1 ? lowest % wanted : 0
      return rest == 0 ? lowest : lowest + (rest > 0 ? wanted - rest : -rest)
    }
    if let highest, highest < wanted { return highest }
    return wanted
  }

  private var number: String {
    if let lowest = schemas.compactMap(\.minimum).max(by: { $0.double < $1.double }), lowest.double > 1 {
      return lowest.text
    }
    if let lowest = schemas.compactMap({ $0.exclusiveMinimum?.double }).max(), lowest >= 1 {
      return String(lowest + 1)
    }
    if let highest = schemas.compactMap(\.maximum).min(by: { $0.double < $1.double }), highest.double < 1 {
      return highest.text
    }
    return first(\.multipleOf)?.plainText ?? "1"
  }

  // MARK: - Texts

  private var text: String {
    if let made = first(\.pattern).flatMap(PatternSample.text) { return made }
    // A default that is not of the format makes the value plain text, of which the sample of the format is one, too.
    let format = schemas.lazy.compactMap { $0.scalar?.format ?? $0.format }.first
    if let sample = Self.samples[format ?? ""] { return sample }
    let lowest = schemas.compactMap(\.minLength).max() ?? 0
    let highest = schemas.compactMap(\.maxLength).min() ?? Int.max
    let base = "string"
    if base.count > highest { return String(base.prefix(max(highest, 0))) }
    return lowest <= base.count ? base : String(repeating: "x", count: min(lowest, 4096))
  }

  private static let samples: [String: String] = [
    "date-time": "2024-05-17T09:30:00Z", "date": "2024-05-17", "time": "09:30:00Z", "duration": "PT15M",
    "uuid": "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "uri": "https://example.com/",
    "url": "https://example.com/",
    "uri-reference": "/example", "email": "someone@example.com", "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1", "byte": "ZXhhbXBsZQ==",
  ]
}
