import OpenAPIDescription
import SourceDocuments

/// Makes flat schemas of one description.
struct SchemaFlattening {
  let store: SchemaStore

  /// The schema that a chain of references leads to, as long as nothing but documentation stands beside
  /// each of them.
  func resolved(_ schema: Schema) -> Schema {
    var current = schema
    var steps = 0
    while let reference = current.reference, current.isBareReference, steps < 100 {
      guard let target = store.target(of: reference) else { return current }
      current = target
      steps += 1
    }
    return current
  }

  /// What all the schemas demand together.
  func flat(_ schemas: [Schema]) -> FlatSchema {
    let flat = FlatSchema()
    var visited: Set<ObjectIdentifier> = []
    add(schemas, to: flat, &visited, depth: 0)
    return flat
  }

  private func add(
    _ schemas: [Schema],
    to flat: FlatSchema,
    _ visited: inout Set<ObjectIdentifier>,
    depth: Int
  ) {
    // A stack of its own: chains of `allOf` may be as long as a document.
    var pending = Array(schemas.reversed())
    while let schema = pending.popLast() {
      guard visited.insert(ObjectIdentifier(schema)).inserted else { continue }
      flat.parts.append(schema)
      if schema.boolean == false { flat.isNothing = true }
      flat.addKeywords(of: schema)
      for list in [schema.anyOf, schema.oneOf] where !list.isEmpty {
        add(alternatives: list, isExclusive: !schema.oneOf.isEmpty, of: schema, to: flat, &visited, depth)
      }
      pending += schema.allOf.reversed()
      if let reference = schema.reference, let target = store.target(of: reference) { pending.append(target) }
    }
  }

  /// Alternatives of which only one is more than null are no union, nor are bare types or constants.
  private func add(
    alternatives: [Schema],
    isExclusive: Bool,
    of schema: Schema,
    to flat: FlatSchema,
    _ visited: inout Set<ObjectIdentifier>,
    _ depth: Int
  ) {
    var others: [Schema] = []
    var allowsNull = false
    for alternative in alternatives {
      if alternative.isOnlyNull { allowsNull = true } else { others.append(alternative) }
    }
    let key = isExclusive && !schema.oneOf.isEmpty ? "oneOf" : "anyOf"
    let node = schema.origin[key] ?? schema.origin
    let inner = FlatSchema()
    if others.isEmpty {
      inner.types = .null
    } else if others.count == 1, depth < 50 {
      add(others, to: inner, &visited, depth: depth + 1)
    } else if let types = bareTypes(others) {
      inner.types = types
      inner.typesNode = node
    } else if let values = constants(others) {
      inner.types = values.types
      inner.values = Held(value: values.texts, node: node)
      inner.typesNode = node
      inner.parts = []
    } else {
      inner.unions.append(UnionGroup(alternatives: others, isExclusive: isExclusive, node: node))
      if !allowsNull, others.allSatisfy({ !mayBeNull($0) }) { inner.types.remove(.null) }
    }
    if allowsNull { inner.types.insert(.null) }
    flat.merge(inner)
  }

  private func mayBeNull(_ schema: Schema) -> Bool {
    let schema = resolved(schema)
    let types = TypeSet(schema.types)
    guard types.contains(.null) else { return false }
    // A schema without a type that is made of others most likely is what they are.
    if schema.types.isEmpty {
      return schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.properties.isEmpty
        && schema.enumeration == nil && schema.constant == nil
    }
    return true
  }

  private func bareTypes(_ schemas: [Schema]) -> TypeSet? {
    var types: TypeSet = []
    for schema in schemas {
      guard schema.isBareType else { return nil }
      types.formUnion(TypeSet(schema.types))
    }
    return types
  }

  private func constants(_ schemas: [Schema]) -> (texts: [String], types: TypeSet)? {
    var texts: [String] = []
    var types: TypeSet = []
    for schema in schemas {
      guard schema.isBareConstant else { return nil }
      let values = schema.constant.map { [$0] } ?? schema.enumeration ?? []
      for value in values {
        texts.append(CanonicalValue.text(value))
        types.formUnion(TypeSet(of: value))
      }
    }
    return (texts, types)
  }
}

extension TypeSet {
  /// The type of a value.
  init(of value: SourceNode) {
    self =
      switch value.kind {
      case .null: .null
      case .boolean: .boolean
      case .object: .object
      case .array: .array
      case .string: .string
      case .number: value.number?.integer == nil ? .number : .integer
      }
  }
}
