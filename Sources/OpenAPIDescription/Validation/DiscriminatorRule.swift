import SourceDocuments

/// The property of a discriminator must be in every alternative (OpenAPI 3.1.1 §4.8.25).
struct DiscriminatorRule {
  private let schemas: SchemaStore
  private var declared: [SourceNode: DeclaredProperties] = [:]

  init(_ schemas: SchemaStore) {
    self.schemas = schemas
  }

  mutating func check(_ schema: Schema, _ diagnostics: inout Diagnostics) {
    guard let discriminator = schema.discriminator else { return }
    for alternative in schema.oneOf + schema.anyOf {
      // What a value is that does not have the property need not declare it (OpenAPI 3.2.0 §4.24).
      guard let reference = alternative.reference, reference.target != discriminator.defaultTarget,
        let target = schemas.target(of: reference)
      else { continue }
      let declared = declaredProperties(of: target)
      guard !declared.isOpen, !declared.names.isEmpty else { continue }
      if !declared.names.contains(discriminator.propertyName) {
        diagnostics.append(.propertyMissing(discriminator, reference))
      }
    }
  }

  private mutating func declaredProperties(of schema: Schema) -> DeclaredProperties {
    if let known = declared[schema.origin] { return known }
    let properties = DeclaredProperties(of: schema, in: schemas)
    declared[schema.origin] = properties
    return properties
  }
}

extension Diagnostic {
  fileprivate static func propertyMissing(
    _ discriminator: Discriminator,
    _ reference: SchemaReference
  ) -> Diagnostic {
    .warning(
      "discriminator-undeclared",
      "this alternative does not declare '\(discriminator.propertyName)', which tells it from the others",
      at: reference.origin,
      advice: "declare the property there",
      notes: [Note("the discriminator is here", at: discriminator.origin.bestLocation)]
    )
  }
}
