import OpenAPIDescription
import SourceDocuments

/// Which schemas extend which: a schema with a discriminator and no alternatives stands for those that name it in
/// `allOf` (OpenAPI 3.1.1 §4.8.25.4).
struct Inheritance: Sendable {
  private var children: [Schema: [NamedSchema]] = [:]

  /// Without any.
  init() {}

  init(_ components: [NamedSchema], in schemas: SchemaStore) {
    for component in components {
      for part in component.schema.allOf {
        guard let parent = part.reference.flatMap({ schemas.target(of: $0) }) else { continue }
        children[parent, default: []].append(component)
      }
    }
  }

  /// The schemas that extend a base with a discriminator, directly or by way of others; empty for any other schema.
  func descendants(of base: Schema) -> [NamedSchema] {
    guard base.discriminator != nil, base.unionMembers.isEmpty else { return [] }
    var result: [NamedSchema] = []
    var visited: Set<Schema> = [base]
    var pending = Array((children[base] ?? []).reversed())
    while let next = pending.popLast() {
      guard visited.insert(next.schema).inserted else { continue }
      result.append(next)
      pending += (children[next.schema] ?? []).reversed()
    }
    return result
  }

  /// The values of a base's discriminator that stand for one of its descendants: those mapped, else its name.
  static func discriminatorValues(of descendant: NamedSchema, in base: Schema) -> [String] {
    let mapped = (base.discriminator?.mapping ?? []).filter { mapping in
      mapping.target.map { $0 == descendant.schema.origin } ?? (mapping.reference == descendant.name)
    }
    if !mapped.isEmpty { return mapped.map(\.value) }
    // A name that the mapping gives to another schema stands for that one.
    let isTaken = base.discriminator?.mapping.contains { $0.value == descendant.name } ?? false
    return isTaken ? [] : [descendant.name]
  }
}

extension SchemaLowering {
  /// The union of the schemas that extend a base with a discriminator, and of the base itself unless the mapping leaves
  /// it out; nil for any other schema.
  func inheritanceUnion(of base: Schema, id: TypeID) -> TypeDeclaration.Definition? {
    let descendants = table.inheritance.descendants(of: base)
    guard let discriminator = base.discriminator, !descendants.isEmpty else { return nil }
    var members = descendants.map { descendant in
      member(
        table.identifier(of: descendant.schema, context: .named(descendant.name)),
        descendant,
        Inheritance.discriminatorValues(of: descendant, in: base)
      )
    }
    let isMapped = discriminator.mapping.contains { $0.target == base.origin }
    if isMapped || discriminator.mapping.isEmpty, case .named(let name) = table.declarations[id.index].context
    {
      let own = NamedSchema(name: name, schema: base)
      let type = table.declareBeside(base, context: .property(of: id, name: "base")) { baseID in
        mergedDefinition(of: base, id: baseID) ?? .alias(.any)
      }
      members.append(member(type, own, Inheritance.discriminatorValues(of: own, in: base)))
    }
    let defaultMember = members.firstIndex { member in
      discriminator.defaultTarget.map { $0 == member.schema.origin } ?? false
    }
    report(discriminator, hasDefault: defaultMember != nil)
    return .union(
      Union(members: members, discriminator: discriminator.propertyName, defaultMember: defaultMember)
    )
  }

  private func member(_ type: TypeID, _ schema: NamedSchema, _ values: [String]) -> UnionMember {
    UnionMember(
      value: ValueType(.declared(type)),
      discriminatorValues: values,
      test: .object(required: [], constants: []),
      title: nil,
      schema: schema.schema
    )
  }
}
