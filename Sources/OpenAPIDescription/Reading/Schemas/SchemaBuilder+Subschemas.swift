import SourceDocuments

extension SchemaBuilder {
  /// A schema inside this one, which has been read before.
  func schema(at node: SourceNode) -> Schema? {
    if let schema = context.schemas[node] { return schema }
    context.reportWrongType(node, expected: "a schema")
    return nil
  }

  func schemas(in list: SourceNode) -> [Schema] {
    guard (context.misplacedTarget(of: list) ?? list).kind == .array else {
      context.reportWrongType(list, expected: "an array of schemas")
      return []
    }
    return context.schemaList(list).compactMap { schema(at: $0) }
  }

  func properties(in map: SourceNode) -> [Property] {
    guard (context.misplacedTarget(of: map) ?? map).kind == .object else {
      context.reportWrongType(map, expected: "an object")
      return []
    }
    return context.schemaMap(map).compactMap { member in
      if !SchemaChildren.isSchema(member.value) {
        // An extension is out of place here, but it is no property either.
        if member.key.hasPrefix("x-") { return nil }
        // One space too many in YAML makes `required` a property.
        if SchemaKeyword(name: member.key) != nil {
          context.diagnostics.append(.misplacedKeyword(member))
          return nil
        }
      }
      return schema(at: member.value).map { Property(name: member.key, schema: $0, origin: member.value) }
    }
  }

  mutating func readDefinitions(_ map: SourceNode) {
    keywords.definitions = properties(in: map).map { NamedSchema(name: $0.name, schema: $0.schema) }
  }

  /// Earlier drafts of JSON Schema wrote `prefixItems` as an array under `items`.
  mutating func readItems(_ value: SourceNode) {
    guard value.kind == .array else {
      keywords.items = schema(at: value)
      return
    }
    context.diagnostics.append(.listOfItems(value))
    var array = keywords.array ?? ArrayKeywords()
    array.prefixItems = schemas(in: value)
    keywords.array = array
  }

  mutating func readReference(_ value: SourceNode) {
    guard let text = value.string else {
      context.reportWrongType(value, expected: "a string")
      return
    }
    do {
      let target = try context.loader.resolve(text, at: value)
      reference = SchemaReference(text: text, target: target, origin: value)
      context.pendingSchemas.append(target)
    } catch {
      context.report(error)
    }
  }
}

extension Diagnostic {
  fileprivate static func misplacedKeyword(_ member: SourceMember) -> Diagnostic {
    warning(
      "misplaced-keyword",
      "'\(member.key)' stands among the properties, where it is no keyword; it is ignored",
      at: member.value,
      advice: "move it one level up, beside 'properties'"
    ).located(at: member.keyLocation)
  }

  fileprivate static func listOfItems(_ node: SourceNode) -> Diagnostic {
    .warning(
      "wrong-type",
      "expected a schema, found an array; it is read as 'prefixItems'",
      at: node,
      advice: "write 'prefixItems' (OpenAPI 3.1), or one schema for all items"
    )
  }
}
