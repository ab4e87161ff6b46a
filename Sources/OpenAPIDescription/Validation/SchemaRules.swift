import SourceDocuments

/// Rules for single schemas.
struct SchemaRules {
  static func check(_ schemas: SchemaStore, in dialect: Dialect, _ diagnostics: inout Diagnostics) {
    var required = RequiredRule(schemas)
    var discriminator = DiscriminatorRule(schemas)
    for schema in schemas.all where schema.boolean == nil {
      BoundRule.check(schema, &diagnostics)
      checkEnumeration(schema, &diagnostics)
      required.check(schema, &diagnostics)
      discriminator.check(schema, &diagnostics)
      // OpenAPI 3.0.4 §4.7.24.1: `items` must be present if the type is `array`.
      if dialect < .openAPI31, schema.types.contains(.array), schema.items == nil, schema.prefixItems.isEmpty
      {
        diagnostics.append(.arrayWithoutItems(schema, in: dialect))
      }
    }
  }

  private static func checkEnumeration(_ schema: Schema, _ diagnostics: inout Diagnostics) {
    guard let enumeration = schema.enumeration, !schema.types.isEmpty else { return }
    let impossible = enumeration.first { value in
      !schema.types.contains { $0.contains(value) }
    }
    // Null beside a type that does not allow it was the usual way to say `nullable` in OpenAPI 3.0.
    guard let impossible, !impossible.isNull else { return }
    diagnostics.append(.impossibleValue(impossible, schema.types))
  }
}

extension Diagnostic {
  fileprivate static func arrayWithoutItems(_ schema: Schema, in dialect: Dialect) -> Diagnostic {
    .warning(
      "missing-items",
      "an array needs 'items' in \(dialect.name); any elements are accepted",
      at: schema.origin,
      advice: "add 'items'"
    )
  }

  fileprivate static func impossibleValue(_ value: SourceNode, _ types: [JSONType]) -> Diagnostic {
    let allowed = types.map(\.rawValue).joined(separator: " or ")
    return .warning(
      "enum-mismatch",
      "this value is \(value.kind.phrase), but the type is \(allowed)",
      at: value,
      advice: types.contains(.string) ? "put it in quotes" : nil
    )
  }
}
