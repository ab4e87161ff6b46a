import SourceDocuments

/// What is required should be declared, for otherwise it is likely misspelt.
struct RequiredRule {
  private let schemas: SchemaStore
  /// Schemas that are parts of others by reference.
  private let parts: Set<SourceNode>
  private var nearestNames = NearestNames()

  init(_ schemas: SchemaStore) {
    self.schemas = schemas
    parts = Set(
      schemas.all.lazy.filter { $0.reference != nil && $0.isPart }.compactMap(\.reference?.target)
    )
  }

  mutating func check(_ schema: Schema, _ diagnostics: inout Diagnostics) {
    guard !schema.required.isEmpty, !schema.properties.isEmpty else { return }
    let own = schema.properties.map(\.name)
    guard !schema.required.allSatisfy(Set(own).contains) else { return }
    // In a part of a composition, another part may declare the property.
    guard !schema.isPart, !parts.contains(schema.origin) else { return }
    let declared = DeclaredProperties(of: schema, in: schemas)
    guard !declared.isOpen else { return }
    let places = Self.places(ofRequired: schema)
    for name in schema.required where !declared.names.contains(name) {
      let advice = nearestNames.advice(
        for: name,
        amongDeclared: own,
        otherwise: "declare it under 'properties'; any value is accepted for it"
      )
      diagnostics.append(.undeclared(name, at: places[name] ?? schema.origin, advice: advice))
    }
  }
}

extension RequiredRule {
  private static func places(ofRequired schema: Schema) -> [String: SourceNode] {
    var places: [String: SourceNode] = [:]
    for element in schema.origin["required"]?.elements ?? schema.origin.elements {
      if let name = element.string { places[name] = element }
    }
    return places
  }
}

extension Schema {
  /// Whether it stands under `allOf` or another keyword that applies it to the same value as a larger schema.
  fileprivate var isPart: Bool {
    if ["not", "if", "then", "else"].contains(origin.key) { return true }
    guard let list = origin.parent, list.kind == .array else { return false }
    return ["allOf", "anyOf", "oneOf"].contains(list.key)
  }
}

extension Diagnostic {
  fileprivate static func undeclared(_ name: String, at node: SourceNode, advice: String?) -> Diagnostic {
    .warning(
      "required-undeclared",
      "the required property '\(name)' is not declared",
      at: node,
      advice: advice
    )
  }
}
