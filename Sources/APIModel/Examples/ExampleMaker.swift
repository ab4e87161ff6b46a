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
  /// How many more values there may be where they have to be.
  private var spare = 400
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
    if let listed = listedValue(of: schema) { return .node(listed) }
    if let target = schema.reference.flatMap({ schemas.target(of: $0) }), !schema.hasStructureBesideReference
    {
      return value(of: target, isPart: isPart)
    }
    if !isPart, let descendant = inheritance.descendants(of: schema).first {
      return value(of: descendant, extending: schema)
    }
    if let composed = composedValue(of: schema) { return composed }
    if let member = (schema.oneOf + schema.anyOf).first(where: { !$0.isOnlyNull }) {
      return value(ofMember: member, in: schema)
    }
    if schema.isArray { return .array(elements(of: schema)) }
    if schema.isOnlyNull { return .null }
    // A part that says nothing of the type leaves it to the others.
    return ScalarSample(of: [schema])?.value ?? (isPart ? nil : .object([]))
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

  /// The value of a schema that has members, or is put together from others.
  private mutating func composedValue(of schema: Schema) -> ExampleValue? {
    guard schema.isObject || !schema.allOf.isEmpty || schema.reference != nil else { return nil }
    var members: [(name: String, value: ExampleValue)] = []
    var others: [ExampleValue] = []
    var isObject = schema.isObject
    let parts = (schema.reference.flatMap { schemas.target(of: $0) }.map { [$0] } ?? []) + schema.allOf
    for part in parts {
      guard let value = value(of: part, isPart: true) ?? requiredMembers(of: part) else { continue }
      if let made = value.members {
        isObject = true
        for member in made { members.merge(member) }
      } else {
        others.append(value)
      }
    }
    if isObject {
      addOwnMembers(of: schema, to: &members, hasParts: !parts.isEmpty)
      return .object(members)
    }
    let listed = others.first {
      guard case .node(let node) = $0 else { return false }
      return !validity.refutes(node, as: schema)
    }
    return listed ?? ScalarSample(of: schemas.composition(of: schema))?.value ?? others.first
  }

  /// What a part of an object demands, for which there is no room otherwise; nil for nothing.
  private mutating func requiredMembers(of part: Schema) -> ExampleValue? {
    guard schemas.composition(of: part).contains(where: { !$0.required.isEmpty }),
      case .object(let members) = emptyValue(of: part), !members.isEmpty
    else { return nil }
    return .object(members)
  }

  private mutating func addOwnMembers(
    of schema: Schema,
    to result: inout [(name: String, value: ExampleValue)],
    hasParts: Bool
  ) {
    for property in schema.properties {
      guard let value = value(of: property.schema) else {
        if schema.required.contains(property.name) {
          result.merge((property.name, emptyValue(of: property.schema)))
        }
        continue
      }
      result.merge((property.name, value))
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
    if schema.properties.isEmpty, !hasParts, let additional = schema.additionalProperties,
      additional.boolean == nil, let value = value(of: additional)
    {
      result.append(("key", value))
    }
  }

  /// The first of the listed values that is of the type of the schema.
  private func listedValue(of schema: Schema) -> SourceNode? {
    schema.enumeration?.first { !$0.isNull && !validity.refutes($0, as: schema) }
  }

  /// What stands in for a required member whose schema recurs, or for which there is no room: as little as is allowed.
  private mutating func emptyValue(of schema: Schema, depth: Int = 0) -> ExampleValue {
    guard spare > 0, depth < 8 else { return .object([]) }
    spare -= 1
    if schema.allowsNull { return .null }
    if schema.isArray { return .array([]) }
    if let listed = schema.constant ?? listedValue(of: schema) { return .node(listed) }
    if let target = schema.reference.flatMap({ schemas.target(of: $0) }), !schema.hasStructureBesideReference
    {
      return emptyValue(of: target, depth: depth + 1)
    }
    if let sample = ScalarSample(of: schemas.composition(of: schema)) { return sample.value }
    if schema.properties.isEmpty, let member = schema.unionMembers.first {
      return emptyValue(of: member, depth: depth + 1)
    }
    var members: [(name: String, value: ExampleValue)] = []
    for part in schemas.composition(of: schema) {
      for property in part.properties where part.required.contains(property.name) {
        members.merge((property.name, emptyValue(of: property.schema, depth: depth + 1)))
      }
    }
    return .object(members)
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

extension [(name: String, value: ExampleValue)] {
  /// Adds a member, which satisfies the same as the one of its name that is there already.
  fileprivate mutating func merge(_ member: (name: String, value: ExampleValue)) {
    if let position = firstIndex(where: { $0.name == member.name }) {
      self[position].value = self[position].value.merged(with: member.value)
    } else {
      append(member)
    }
  }
}

extension ExampleValue {
  /// The members of an object; nil for other values.
  fileprivate var members: [(name: String, value: ExampleValue)]? {
    switch self {
    case .object(let members): members
    case .node(let node) where node.kind == .object: node.members.map { ($0.key, .node($0.value)) }
    default: nil
    }
  }

  private var elements: [ExampleValue]? {
    switch self {
    case .array(let elements): elements
    case .node(let node) where node.kind == .array: node.elements.map(ExampleValue.node)
    default: nil
    }
  }

  /// The value that has what two values have; the other one where they are of different kinds.
  fileprivate func merged(with other: ExampleValue) -> ExampleValue {
    if let members, let others = other.members {
      var result = members
      for member in others { result.merge(member) }
      return .object(result)
    }
    if let elements, let others = other.elements, elements.count == others.count {
      return .array(zip(elements, others).map { $0.merged(with: $1) })
    }
    // What says nothing of the type made an object without members.
    return other.members?.isEmpty == true ? self : other
  }
}

extension SchemaStore {
  /// The schemas that are put together with `allOf` and `$ref`, the outermost first.
  fileprivate func composition(of schema: Schema) -> [Schema] {
    var result: [Schema] = []
    var visited: Set<Schema> = []
    var pending = [schema]
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      result.append(next)
      if let target = next.reference.flatMap({ target(of: $0) }) { pending.append(target) }
      pending += next.allOf.reversed()
    }
    return result
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
