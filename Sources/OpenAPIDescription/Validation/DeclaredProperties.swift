import SourceDocuments

/// The properties that a schema declares, itself or through what it is composed of.
struct DeclaredProperties {
  private(set) var names: Set<String> = []
  /// Whether there may be properties besides those: something allows others, or there is too much to look at.
  private(set) var isOpen = false

  init(of schema: Schema, in schemas: SchemaStore) {
    var visited: Set<SourceNode> = []
    var open = [schema]
    while let schema = open.popLast() {
      if schema.reference != nil, !visited.insert(schema.origin).inserted { continue }
      guard visited.count + names.count + schema.properties.count < Self.limit else {
        isOpen = true
        return
      }
      names.formUnion(schema.properties.map(\.name))
      if schema.boolean == true || schema.allowsUndeclaredProperties { isOpen = true }
      if let reference = schema.reference {
        if let target = schemas.target(of: reference) { open.append(target) } else { isOpen = true }
      }
      guard let composition = schema.composition?.value else { continue }
      open += composition.allOf + composition.anyOf + composition.oneOf
      open += [composition.thenSchema, composition.elseSchema].compactMap { $0 }
      visited.insert(schema.origin)
    }
  }

  private static let limit = 300
}

extension Schema {
  fileprivate var allowsUndeclaredProperties: Bool {
    let additional = additionalProperties.map { $0.boolean != false } ?? false
    return additional || !patternProperties.isEmpty
      || unevaluatedProperties.map { $0.boolean != false } ?? false
  }
}
