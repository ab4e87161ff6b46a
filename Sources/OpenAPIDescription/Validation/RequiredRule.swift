import SourceDocuments

/// What is required should be declared, for otherwise it is likely misspelt.
struct RequiredRule {
  private let schemas: SchemaStore
  /// Schemas that are parts of others by reference.
  private let parts: Set<SourceNode>

  init(_ schemas: SchemaStore) {
    self.schemas = schemas
    parts = Set(
      schemas.all.filter { $0.isPart }.compactMap(\.reference?.target)
    )
  }

  func check(_ schema: Schema, _ diagnostics: inout Diagnostics) {
    guard !schema.required.isEmpty, !schema.properties.isEmpty else { return }
    let own = Set(schema.properties.map(\.name))
    guard !schema.required.allSatisfy(own.contains) else { return }
    // In a part of a composition, another part may declare the property.
    guard !schema.isPart, !parts.contains(schema.origin) else { return }
    let declared = DeclaredProperties(of: schema, in: schemas)
    guard !declared.isOpen else { return }
    for name in schema.required where !declared.names.contains(name) {
      diagnostics.append(.undeclared(name, schema))
    }
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
  fileprivate static func undeclared(_ name: String, _ schema: Schema) -> Diagnostic {
    .warning(
      "required-undeclared",
      "the required property '\(name)' is not declared",
      at: schema.origin["required"]?.elements.first { $0.string == name } ?? schema.origin,
      advice: NearestName.advice(
        for: name,
        among: schema.properties.prefix(200).map(\.name),
        otherwise: "declare it under 'properties'; any value is accepted for it"
      )
    )
  }
}
