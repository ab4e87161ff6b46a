import OpenAPIDescription
import SourceDocuments

/// Compares the named schemas: their names, and those that nothing leads to.
struct ComponentComparison {
  let context: ComparisonContext

  /// To be called when everything that leads to schemas has been compared.
  func compare() {
    let (old, new) = (context.base.components.schemas, context.revision.components.schemas)
    let newByName = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
    let oldNames = Set(old.map(\.name))
    var renamed: Set<String> = []
    for schema in old {
      if let other = newByName[schema.name], context.unchanged.contain(schema.origin, other.origin) {
        continue
      }
      if let other = newByName[schema.name] {
        context.match(schema.schema.origin, other.schema.origin)
        context.schemas.compare(schema.schema, other.schema, at: nil)
        continue
      }
      let matches = context.schemas.componentMatches[schema.name] ?? []
      let names = matches.filter { !oldNames.contains($0) }.sorted()
      if names.count == 1, let other = newByName[names[0]], renamed.insert(other.name).inserted {
        recordRename(schema, other)
      } else if let other = twin(of: schema, among: new, taken: oldNames.union(renamed)) {
        renamed.insert(other.name)
        context.schemas.compare(schema.schema, other.schema, at: nil)
        recordRename(schema, other)
      } else {
        record(
          .schemaRemoved,
          "was removed",
          schema,
          (schema.origin, context.revision.components.origin),
          isNew: false
        )
      }
    }
    for schema in new where !oldNames.contains(schema.name) && !renamed.contains(schema.name) {
      record(.schemaAdded, "was added", schema, (context.base.components.origin, schema.origin), isNew: true)
    }
  }

  /// A new schema of the same shape, when there is only one: small shapes are common.
  private func twin(of schema: NamedSchema, among others: [NamedSchema], taken: Set<String>) -> NamedSchema? {
    guard schema.schema.properties.count > 1 || (schema.schema.enumeration?.count ?? 0) > 1 else {
      return nil
    }
    let shape = context.schemas.baseFingerprint(schema.schema)
    let found = others.filter {
      !taken.contains($0.name) && context.schemas.revisionFingerprint($0.schema) == shape
    }
    return found.count == 1 ? found[0] : nil
  }

  private func recordRename(_ old: NamedSchema, _ new: NamedSchema) {
    context.match(old.origin, new.origin)
    context.record(
      Edit(
        .schemaRenamed,
        "was renamed to \(new.name)",
        subject: "schema \(old.name)",
        before: old.name,
        after: new.name,
        base: old.origin,
        revision: new.origin
      ),
      at: nil
    )
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ schema: NamedSchema,
    _ nodes: (SourceNode?, SourceNode?),
    isNew: Bool
  ) {
    context.record(
      Edit(
        rule,
        phrase,
        subject: "schema \(schema.name)",
        base: nodes.0,
        revision: nodes.1,
        claims: [schema.origin]
      ),
      at: nil
    )
  }
}
