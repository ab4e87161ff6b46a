import OpenAPIDescription

/// A set of JSON types. An integer is a number, so a set with `number` has `integer` too.
struct TypeSet: OptionSet, Hashable {
  let rawValue: UInt8

  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let object = TypeSet(rawValue: 4)
  static let array = TypeSet(rawValue: 8)
  static let integer = TypeSet(rawValue: 16)
  static let fraction = TypeSet(rawValue: 32)
  static let string = TypeSet(rawValue: 64)
  static let number: TypeSet = [.integer, .fraction]
  static let any = TypeSet(rawValue: 127)
  static let scalars: TypeSet = [.boolean, .integer, .fraction, .string]

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// An empty list allows any type.
  init(_ types: [JSONType]) {
    self = types.isEmpty ? .any : types.reduce(into: []) { $0.formUnion(TypeSet($1)) }
  }

  private init(_ type: JSONType) {
    switch type {
    case .null: self = .null
    case .boolean: self = .boolean
    case .object: self = .object
    case .array: self = .array
    case .number: self = .number
    case .integer: self = .integer
    case .string: self = .string
    }
  }

  var text: String {
    if self == .any { return "any" }
    if isEmpty { return "nothing" }
    var names: [String] = []
    if contains(.string) { names.append("string") }
    if isSuperset(of: .number) {
      names.append("number")
    } else if contains(.integer) {
      names.append("integer")
    }
    if contains(.boolean) { names.append("boolean") }
    if contains(.object) { names.append("object") }
    if contains(.array) { names.append("array") }
    if contains(.null) { names.append("null") }
    return names.joined(separator: " or ")
  }
}
