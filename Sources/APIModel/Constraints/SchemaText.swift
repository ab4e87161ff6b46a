import OpenAPIDescription
import SourceDocuments

/// Writes schemas as JSON Schema 2020-12 without references, for checks at run time.
struct SchemaText {
  /// The most schemas that one text may be made of.
  private static let limit = 200

  let schemas: SchemaStore
  private var count = 0
  private var open: Set<Schema> = []

  init(schemas: SchemaStore) {
    self.schemas = schemas
  }

  /// The schema with its references replaced by what they lead to; nil for one that contains itself, is too large,
  /// or has a pattern that cannot be decided.
  static func json(of schema: Schema, in schemas: SchemaStore) -> ExampleValue? {
    var text = SchemaText(schemas: schemas)
    return text.json(of: schema)
  }

  private mutating func json(of schema: Schema) -> ExampleValue? {
    count += 1
    guard count <= Self.limit, open.insert(schema).inserted else { return nil }
    defer { open.remove(schema) }
    if let boolean = schema.boolean { return .boolean(boolean) }
    var members: [(name: String, value: ExampleValue)] = []
    guard addScalars(of: schema, to: &members), addParts(of: schema, to: &members),
      addComposition(of: schema, to: &members)
    else { return nil }
    if let reference = schema.reference {
      guard let target = schemas.target(of: reference), let value = json(of: target) else { return nil }
      if members.isEmpty { return value }
      members.append(("allOf", .array([value])))
    }
    return .object(members)
  }

  private func addScalars(
    of schema: Schema,
    to members: inout [(name: String, value: ExampleValue)]
  ) -> Bool {
    if schema.types.count == 1 {
      members.append(("type", .string(schema.types[0].rawValue)))
    } else if !schema.types.isEmpty {
      members.append(("type", .array(schema.types.map { .string($0.rawValue) })))
    }
    if let values = schema.enumeration { members.append(("enum", .array(values.map(ExampleValue.node)))) }
    if let value = schema.constant { members.append(("const", .node(value))) }
    if let pattern = schema.pattern, !PatternSupport.isDecidable(pattern) { return false }
    var constraints = Constraints()
    constraints.addText(of: schema)
    constraints.addNumber(of: schema)
    constraints.addCounts(of: schema)
    if case .object(let own) = constraints.json() { members += own }
    if !schema.required.isEmpty {
      members.append(("required", .array(schema.required.map(ExampleValue.string))))
    }
    if !schema.dependentRequired.isEmpty {
      members.append(("dependentRequired", Self.dependencies(of: schema)))
    }
    return true
  }

  static func dependencies(of schema: Schema) -> ExampleValue {
    .object(
      schema.dependentRequired.map { ($0.property, .array($0.required.map(ExampleValue.string))) }
    )
  }

  private mutating func addParts(
    of schema: Schema,
    to members: inout [(name: String, value: ExampleValue)]
  ) -> Bool {
    for (name, list) in [
      ("properties", schema.properties), ("patternProperties", schema.patternProperties),
      ("dependentSchemas", schema.dependentSchemas),
    ] where !list.isEmpty {
      var parts: [(name: String, value: ExampleValue)] = []
      for property in list {
        if name == "patternProperties", !PatternSupport.isDecidable(property.name) { return false }
        guard let value = json(of: property.schema) else { return false }
        parts.append((property.name, value))
      }
      members.append((name, .object(parts)))
    }
    if !schema.prefixItems.isEmpty {
      guard let list = json(of: schema.prefixItems) else { return false }
      members.append(("prefixItems", list))
    }
    for (name, part) in [
      ("additionalProperties", schema.additionalProperties), ("propertyNames", schema.propertyNames),
      ("items", schema.items), ("contains", schema.contains),
    ] {
      guard let part else { continue }
      guard let value = json(of: part) else { return false }
      members.append((name, value))
    }
    if let least = schema.minContains { members.append(("minContains", .number(String(least)))) }
    if let most = schema.maxContains { members.append(("maxContains", .number(String(most)))) }
    return true
  }

  private mutating func addComposition(
    of schema: Schema,
    to members: inout [(name: String, value: ExampleValue)]
  ) -> Bool {
    for (name, list) in [("allOf", schema.allOf), ("anyOf", schema.anyOf), ("oneOf", schema.oneOf)]
    where !list.isEmpty {
      guard let values = json(of: list) else { return false }
      members.append((name, values))
    }
    for (name, part) in [
      ("not", schema.not), ("if", schema.ifSchema), ("then", schema.thenSchema), ("else", schema.elseSchema),
    ] {
      guard let part else { continue }
      guard let value = json(of: part) else { return false }
      members.append((name, value))
    }
    return true
  }

  private mutating func json(of list: [Schema]) -> ExampleValue? {
    var values: [ExampleValue] = []
    for schema in list {
      guard let value = json(of: schema) else { return nil }
      values.append(value)
    }
    return .array(values)
  }
}
