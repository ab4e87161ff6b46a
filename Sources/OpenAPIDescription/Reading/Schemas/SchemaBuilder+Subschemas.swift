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
      reference = context.reference(to: try context.loader.resolve(text, at: value), text, at: value)
    } catch {
      context.report(ofMissingSchema: error)
    }
  }

  /// The scope of a `$dynamicRef` is not known before a value is read. Where one schema alone has the anchor, it
  /// is what is meant in every scope (JSON Schema Core 2020-12 §8.2.3.2).
  mutating func readDynamicReference(_ value: SourceNode) {
    guard reference == nil, node["$ref"] == nil else { return }
    readReference(value)
    guard let text = reference?.text, let anchor = text.split(separator: "#").last.map(String.init) else {
      return
    }
    if context.loader.dynamicAnchorCount(anchor) > 1 { context.diagnostics.append(.dynamicReference(value)) }
  }
}

extension ReadingContext {
  /// A reference to a schema, which is read in its turn.
  func reference(to target: SourceNode, _ text: String, at node: SourceNode) -> SchemaReference {
    let aliases = aliases(in: "schemas")
    let target = aliases.targets[target] ?? target
    pendingSchemas.append(target)
    return SchemaReference(text: text, target: target, componentName: aliases.names[target], origin: node)
  }
}

extension Diagnostic {
  fileprivate static func dynamicReference(_ node: SourceNode) -> Diagnostic {
    .warning(
      "unsupported-keyword",
      "several schemas have this '$dynamicAnchor'; the reference is read as '$ref', which leads to one of them",
      at: node,
      advice: "use '$ref', and write the schemas out that differ"
    )
  }

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
