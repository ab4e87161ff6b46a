import OpenAPIDescription
import SourceDocuments

extension SchemaLowering {
  /// The type of a schema with `allOf`, or with keywords beside `$ref`.
  func mergedType(of schema: Schema, context: TypeContext) -> ValueType {
    if let only = onlyStructuralPart(of: schema) {
      return type(of: only, context: context).nullable(schema.allowsNull)
    }
    let id = table.inline(schema, context: context) { id in
      mergedDefinition(of: schema, id: id) ?? .alias(.any)
    }
    if case .alias(let value) = table.declarations[id.index].definition {
      return value.nullable(schema.allowsNull)
    }
    return ValueType(.declared(id), isNullable: schema.allowsNull)
  }

  /// The definition of an object, its members gathered from every part.
  func mergedDefinition(of schema: Schema, id: TypeID) -> TypeDeclaration.Definition? {
    if schema.properties.isEmpty, let only = onlyStructuralPart(of: schema) {
      return .alias(type(of: only, context: table.declarations[id.index].context).withoutNull)
    }
    var merge = ObjectMerge()
    gather(schema, owner: id, into: &merge)
    guard !merge.isEmpty else { return definitionWithoutProperties(merge, of: schema, id: id) }
    if let distributed = distributedDefinition(of: schema, merge, id: id) { return distributed }
    return .record(record(of: merge, id: id))
  }

  /// The object that has all gathered members.
  func record(of merge: ObjectMerge, id: TypeID) -> Record {
    for other in merge.others { report(.partLeftOut(other.schema)) }
    let properties = merge.names.map { name in property(name, in: merge, of: id) }
    let additional = additionalProperties(of: merge)
    return Record(
      properties: properties,
      additionalProperties: additional,
      // Members that stand in any part are declared: that is what people mean who write it beside `allOf`.
      isClosed: additional == nil && merge.others.isEmpty
        && merge.additional.contains { $0.schema.forbidsOtherMembers }
    )
  }

  /// The one part of a composition that decides on its type, when all others only annotate.
  private func onlyStructuralPart(of schema: Schema) -> Schema? {
    guard !schema.allOf.isEmpty, schema.reference == nil, schema.properties.isEmpty, schema.required.isEmpty,
      schema.oneOf.isEmpty, schema.anyOf.isEmpty, schema.additionalProperties == nil
    else { return nil }
    let parts = schema.allOf.filter { $0.isStructural || !$0.required.isEmpty }
    guard parts.count == 1 else { return nil }
    // A schema that adds nothing to what it extends is a type of its own all the same.
    let isDescendant =
      parts[0].reference.flatMap { table.target(of: $0) }
      .map { base in table.inheritance.descendants(of: base).contains { $0.schema == schema } } ?? false
    return isDescendant ? nil : parts[0]
  }

  private func definitionWithoutProperties(
    _ merge: ObjectMerge,
    of schema: Schema,
    id: TypeID
  ) -> TypeDeclaration.Definition? {
    guard let first = merge.others.first else {
      guard let additional = additionalProperties(of: merge) else { return nil }
      return .alias(ValueType(.map(additional)))
    }
    for other in merge.others.dropFirst() where !isSameKind(other.schema, first.schema) {
      report(.partLeftOut(other.schema))
    }
    if first.schema == schema {
      return schema.unionMembers.isEmpty ? nil : unionDefinition(of: schema, id: id)
    }
    return .alias(
      type(of: first.schema, context: .element(of: table.declarations[id.index].context)).withoutNull
    )
  }

  /// Whether a part of something else than an object says no more of its type than another one.
  private func isSameKind(_ part: Schema, _ other: Schema) -> Bool {
    guard part.unionMembers.isEmpty else { return false }
    return part.valueTypes == other.valueTypes || part.scalar.map { $0.kind == other.scalar?.kind } ?? false
  }

  private func property(_ name: String, in merge: ObjectMerge, of id: TypeID) -> RecordProperty {
    let mentions = merge.mentions[name] ?? []
    let structural = deciding(mentions)
    let merged = merged(structural, in: id) { .property(of: $0.owner, name: name) }
    // Later parts refine earlier ones, so where they cannot be merged the last one that says something decides.
    let mention = merged?.mention ?? structural.last ?? mentions[mentions.count - 1]
    if merged == nil, let earlier = structural.dropLast().first {
      report(.conflictingProperty(name, mention.schema, earlier: earlier.schema))
    }
    return RecordProperty(
      name: name,
      value: merged?.type ?? type(of: mention.schema, context: .property(of: mention.owner, name: name)),
      isRequired: mentions.contains { $0.isRequired } || merge.required.contains(name),
      schema: mention.schema,
      mentions: mentions.filter { !$0.isConditional }.map(\.schema),
      description: mentions.reversed().lazy.compactMap(\.schema.description).first
        ?? mention.schema.reference.flatMap { table.target(of: $0)?.description },
      isDeprecated: mentions.contains { $0.schema.isDeprecated },
      isReadOnly: mentions.contains { speaks(of: $0.schema, \.isReadOnly) },
      isWriteOnly: mentions.contains { speaks(of: $0.schema, \.isWriteOnly) },
      origins: mentions.map(\.schema.origin)
    )
  }

  /// The mentions that decide on the type of a property: those that hold for every value, where there are any, rather than
  /// those of alternatives.
  private func deciding(_ mentions: [ObjectMerge.Mention]) -> [ObjectMerge.Mention] {
    let structural = mentions.filter { $0.schema.isStructural }
    let unconditional = structural.filter { !$0.isAlternative }
    return unconditional.isEmpty ? structural : unconditional
  }

  /// Whether a schema, or one that it refers to or is combined with, says something of itself.
  func speaks(of schema: Schema, _ flag: KeyPath<Schema, Bool>) -> Bool {
    if schema.reference == nil, schema.allOf.isEmpty { return schema[keyPath: flag] }
    var visited: Set<Schema> = []
    var pending = [schema]
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      if next[keyPath: flag] { return true }
      pending += next.allOf
      if let target = next.reference.flatMap({ table.target(of: $0) }) { pending.append(target) }
    }
    return false
  }

  func conflicts(_ first: Schema, _ second: Schema) -> Bool {
    let one = Set(resolved(first).valueTypes)
    let other = Set(resolved(second).valueTypes)
    guard !one.isEmpty, !other.isEmpty, one.isDisjoint(with: other) else { return false }
    return !one.union(other).isSubset(of: [.integer, .number])
  }

  private func additionalProperties(of merge: ObjectMerge) -> ValueType? {
    var result: ValueType?
    for mention in merge.additional {
      let context = TypeContext.property(of: mention.owner, name: "additionalProperty")
      guard let type = memberType(of: mention.schema, context: context) else { continue }
      result = result.map { $0 == type ? type : .any } ?? type
    }
    return result
  }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func partLeftOut(_ schema: Schema) -> Diagnostic {
    .warning(
      "unsupported-composition",
      "this part of a composition describes no object and is left out of the generated type",
      at: schema.origin,
      advice: "describe the value with one schema, or with oneOf"
    )
  }

  fileprivate static func conflictingProperty(
    _ name: String,
    _ schema: Schema,
    earlier: Schema
  ) -> Diagnostic {
    .warning(
      "conflicting-property",
      "property '\(name)' is declared with another type in an earlier part of allOf; this one is used",
      at: schema.origin,
      advice: "give the property the same type in each part",
      notes: [Note("declared here first", at: earlier.origin.bestLocation)]
    )
  }
}
