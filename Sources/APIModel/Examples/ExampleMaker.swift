public import OpenAPIDescription
public import SourceDocuments

/// Finds or makes an example for a schema.
public struct ExampleMaker: Sendable {
  private let schemas: SchemaStore
  private let inheritance: Inheritance
  private let validity: ExampleValidity
  /// The most values that a made example holds.
  private static let limit = 400

  init(schemas: SchemaStore, inheritance: Inheritance) {
    self.schemas = schemas
    self.inheritance = inheritance
    validity = ExampleValidity(schemas: schemas)
  }

  /// The documented example, where there is one that its schema allows and that is short enough to be read, else a value
  /// made from the schema.
  ///
  /// - Parameter isText: Whether a documented text may be what is sent, rather than the value.
  public func example(
    of schema: Schema?,
    documented: SourceNode? = nil,
    isText: Bool = false
  ) -> ExampleValue {
    if let documented {
      if isText && documented.kind == .string { return .node(documented) }
      guard let schema else { return .node(documented) }
      if documented.isWithin(values: Self.limit), !validity.refutes(documented, as: schema) {
        return .node(documented)
      }
    }
    guard let schema else { return .object([]) }
    var run = ExampleRun(
      schemas: schemas,
      inheritance: inheritance,
      validity: validity,
      remaining: Self.limit
    )
    return run.value(of: schema) ?? .null
  }
}

/// One example in the making.
private struct ExampleRun {
  let schemas: SchemaStore
  let inheritance: Inheritance
  let validity: ExampleValidity
  var remaining: Int
  /// The schemas that the value in hand lies inside of, so that recursion ends.
  private var open: Set<Schema> = []

  init(schemas: SchemaStore, inheritance: Inheritance, validity: ExampleValidity, remaining: Int) {
    self.schemas = schemas
    self.inheritance = inheritance
    self.validity = validity
    self.remaining = remaining
  }

  /// A value of a schema; nil where recursion or the limit forbids one.
  ///
  /// - Parameter isPart: Whether the value is part of one of a schema that extends this one.
  mutating func value(of schema: Schema, isPart: Bool = false) -> ExampleValue? {
    guard remaining > 0, open.count < 64, open.insert(schema).inserted else { return nil }
    defer { open.remove(schema) }
    remaining -= 1
    let documented = schema.examples.first {
      $0.isWithin(values: remaining) && !validity.refutes($0, as: schema)
    }
    if let documented = documented ?? schema.constant { return .node(documented) }
    if let listed = schema.enumeration?.first(where: { !$0.isNull }) { return .node(listed) }
    if let target = schema.reference.flatMap({ schemas.target(of: $0) }), !schema.hasStructureBesideReference
    {
      return value(of: target, isPart: isPart)
    }
    if !isPart, let descendant = inheritance.descendants(of: schema).first {
      return value(of: descendant, extending: schema)
    }
    if let members = members(of: schema) { return .object(members) }
    if let member = (schema.oneOf + schema.anyOf).first(where: { !$0.isOnlyNull }) {
      return value(ofMember: member, in: schema)
    }
    if schema.isArray { return .array(elements(of: schema)) }
    if schema.isOnlyNull { return .null }
    return scalarValue(of: schema)
  }

  private mutating func value(ofMember member: Schema, in union: Schema) -> ExampleValue? {
    guard let value = value(of: member), let discriminator = union.discriminator,
      let reference = member.reference, case .object(var members) = value
    else { return value(of: member) }
    let mapped = discriminator.mapping.first { mapping in
      mapping.target.map { $0 == reference.target } ?? (mapping.reference == reference.targetName)
    }?.value
    let name = discriminator.propertyName
    members.removeAll { $0.name == name }
    members.append((name, .string(mapped ?? reference.targetName)))
    return .object(members)
  }

  private mutating func value(of descendant: NamedSchema, extending base: Schema) -> ExampleValue? {
    // The base is open, being what this value is of, and yet part of it.
    open.remove(base)
    defer { open.insert(base) }
    guard let discriminator = base.discriminator, case .object(var members) = value(of: descendant.schema)
    else { return nil }
    let value = Inheritance.discriminatorValues(of: descendant, in: base).first ?? descendant.name
    members.replaceOrAppend((discriminator.propertyName, .string(value)))
    return .object(members)
  }

  // MARK: - Objects and lists

  private mutating func members(of schema: Schema) -> [(name: String, value: ExampleValue)]? {
    guard schema.isObject || !schema.allOf.isEmpty || schema.reference != nil else { return nil }
    var result: [(name: String, value: ExampleValue)] = []
    var isObject = schema.isObject
    let parts = (schema.reference.flatMap { schemas.target(of: $0) }.map { [$0] } ?? []) + schema.allOf
    for part in parts {
      guard let value = value(of: part, isPart: true) else { continue }
      let members: [(name: String, value: ExampleValue)]
      switch value {
      case .object(let made): members = made
      case .node(let node) where node.kind == .object:
        members = node.members.map { ($0.key, .node($0.value)) }
      default: continue
      }
      isObject = true
      for member in members { result.replaceOrAppend(member) }
    }
    guard isObject else { return nil }
    for property in schema.properties {
      guard let value = value(of: property.schema) else {
        if schema.required.contains(property.name) {
          result.replaceOrAppend((property.name, emptyValue(of: property.schema)))
        }
        continue
      }
      result.replaceOrAppend((property.name, value))
    }
    // What needs others to be there is left out where it may be and they are not.
    for trigger in schema.dependentRequired.map(\.property) + schema.dependentSchemas.map(\.name)
    where !schema.required.contains(trigger) {
      let names = Set(result.map(\.name))
      let needed =
        schema.dependentRequired.filter { $0.property == trigger }.flatMap(\.required)
        + schema.dependentSchemas.filter { $0.name == trigger }.flatMap(\.schema.required)
      if !names.isSuperset(of: needed) { result.removeAll { $0.name == trigger } }
    }
    if schema.properties.isEmpty, parts.isEmpty, let additional = schema.additionalProperties,
      additional.boolean == nil, let value = value(of: additional)
    {
      result.append(("key", value))
    }
    return result
  }

  /// What stands in for a required member whose schema recurs.
  private func emptyValue(of schema: Schema) -> ExampleValue {
    if schema.allowsNull { return .null }
    if schema.isArray { return .array([]) }
    return .object([])
  }

  private mutating func elements(of schema: Schema) -> [ExampleValue] {
    if !schema.prefixItems.isEmpty { return schema.prefixItems.map { value(of: $0) ?? emptyValue(of: $0) } }
    guard let items = schema.items, let element = value(of: items) else { return [] }
    let count = max(min(max(schema.minItems ?? 1, 1), min(schema.maxItems ?? 8, 8)), 0)
    guard schema.uniqueItems, count > 1 else { return Array(repeating: element, count: count) }
    return (0..<count).map { Self.varied(element, by: $0, of: items) }
  }

  /// Another value like the first; the first again where none is at hand.
  private static func varied(_ value: ExampleValue, by step: Int, of schema: Schema) -> ExampleValue {
    if let listed = schema.enumeration, step < listed.count { return .node(listed[step]) }
    switch value {
    case .string(let text) where step > 0 && schema.pattern == nil && schema.format == nil:
      return .string(text + String(step))
    case .number(let text) where step > 0: return Int(text).map { .number(String($0 + step)) } ?? value
    default: return value
    }
  }

  // MARK: - Scalars

  private func scalarValue(of schema: Schema) -> ExampleValue {
    switch schema.scalar?.kind ?? scalarKind(of: schema) {
    case .string: .string(text(for: schema))
    case .integer: .number(String(integer(for: schema)))
    case .number: .number(number(for: schema))
    case .boolean: schema.defaultValue.map(ExampleValue.node) ?? .boolean(true)
    case nil: .object([])
    }
  }

  private func scalarKind(of schema: Schema) -> Scalar.Kind? {
    switch schema.valueTypes.first {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    default: nil
    }
  }

  private func integer(for schema: Schema) -> Int {
    let lowest = schema.minimum?.integer ?? schema.exclusiveMinimum?.integer.map { $0 == .max ? $0 : $0 + 1 }
    let highest = schema.maximum?.integer ?? schema.exclusiveMaximum?.integer.map { $0 == .min ? $0 : $0 - 1 }
    let wanted = schema.multipleOf?.integer ?? 1
    if let lowest, lowest > wanted {
      let rest = wanted > 1 ? lowest % wanted : 0
      return rest == 0 ? lowest : lowest + (rest > 0 ? wanted - rest : -rest)
    }
    if let highest, highest < wanted { return highest }
    return wanted
  }

  private func number(for schema: Schema) -> String {
    if let lowest = schema.minimum, lowest.double > 1 { return lowest.text }
    if let lowest = schema.exclusiveMinimum, lowest.double >= 1 { return String(lowest.double + 1) }
    if let highest = schema.maximum, highest.double < 1 { return highest.text }
    return schema.multipleOf?.plainText ?? "1"
  }

  private func text(for schema: Schema) -> String {
    if let made = schema.pattern.flatMap(PatternSample.text) { return made }
    if let sample = Self.samples[schema.format ?? ""] { return sample }
    let lowest = schema.minLength ?? 0
    let highest = schema.maxLength ?? Int.max
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

extension [(name: String, value: ExampleValue)] {
  fileprivate mutating func replaceOrAppend(_ member: (name: String, value: ExampleValue)) {
    if let position = firstIndex(where: { $0.name == member.name }) {
      self[position] = member
    } else {
      append(member)
    }
  }
}

extension SourceNode {
  /// Whether the value holds at most so many values, itself among them.
  fileprivate func isWithin(values limit: Int) -> Bool {
    var pending = [self]
    var count = 0
    while let node = pending.popLast() {
      count += 1
      guard count + pending.count <= limit else { return false }
      pending += node.elements
      pending += node.members.map(\.value)
    }
    return true
  }
}
