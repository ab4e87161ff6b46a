import SourceDocuments

/// The schemas that stand directly inside a schema.
struct SchemaChildren {
  /// Finds them by their keywords; what has the wrong kind is passed over here and reported when it is read.
  static func nodes(of schema: SourceNode, in context: ReadingContext) -> [SourceNode] {
    guard schema.kind == .object else { return [] }
    // Whatever stands beside a reference has no effect in OpenAPI 3.0.
    if context.dialect < .openAPI31, schema["$ref"]?.kind == .string { return [] }
    var nodes: [SourceNode] = []
    for member in schema.members {
      guard let keyword = SchemaKeyword(name: member.key) else { continue }
      switch keyword {
      case .additionalProperties, .propertyNames, .unevaluatedProperties, .contains, .unevaluatedItems, .not,
        .ifSchema, .thenSchema, .elseSchema:
        if isSchema(member.value) { nodes.append(member.value) }
      case .items where isSchema(member.value):
        nodes.append(member.value)
      case .allOf, .oneOf, .anyOf, .prefixItems, .items:
        nodes += context.schemaList(member.value).filter(isSchema)
      case .properties, .patternProperties, .definitions, .dependentSchemas:
        nodes += context.schemaMap(member.value).lazy.map(\.value).filter(isSchema)
      default:
        break
      }
    }
    return nodes
  }

  /// A schema is an object, or a boolean in JSON Schema.
  static func isSchema(_ node: SourceNode) -> Bool {
    node.kind == .object || node.kind == .boolean
  }
}
