import OpenAPIDescription
import SourceDocuments

extension Schema {
  /// The alternatives of `oneOf` and `anyOf` that describe values, `null` and mere constraints aside.
  var unionMembers: [Schema] {
    (oneOf + anyOf).filter { !$0.isOnlyNull && !$0.isOnlyConstraint }
  }
}

extension SchemaLowering {
  /// The definition of a schema with alternatives; an alias when they all come to one type.
  func unionDefinition(of schema: Schema, id: TypeID) -> TypeDeclaration.Definition {
    let schemas = schema.unionMembers
    if schemas.count == 1 {
      return .alias(type(of: schemas[0], context: table.declarations[id.index].context).withoutNull)
    }
    if let open = openEnumeration(among: schemas) { return .enumeration(open) }
    let members = schemas.enumerated().map { position, member in
      let value = type(of: member, context: .unionMember(of: id, position: position)).withoutNull
      return self.member(value, member, of: schema)
    }
    let distinct = members.reduce(into: [UnionMember]()) { kept, member in
      if let index = kept.firstIndex(where: { $0.value == member.value }) {
        kept[index].discriminatorValues += member.discriminatorValues.filter {
          !kept[index].discriminatorValues.contains($0)
        }
      } else {
        kept.append(member)
      }
    }
    if distinct.count == 1 { return .alias(distinct[0].value) }
    let defaultMember = schema.discriminator.flatMap { discriminator in
      schemas.first { discriminator.isDefault($0) }.flatMap { member in
        let value = type(of: member, context: table.declarations[id.index].context).withoutNull
        return distinct.firstIndex { $0.value == value }
      }
    }
    return .union(union(of: distinct, in: schema, defaultMember))
  }

  /// An alternative of a union.
  func member(_ value: ValueType, _ alternative: Schema, of union: Schema) -> UnionMember {
    UnionMember(
      value: value,
      discriminatorValues: discriminatorValues(of: alternative, in: union),
      test: test(of: alternative),
      title: alternative.title,
      schema: alternative
    )
  }

  /// The union of distinct alternatives.
  func union(of members: [UnionMember], in schema: Schema, _ defaultMember: Int?) -> Union {
    if let discriminator = schema.discriminator { report(discriminator, hasDefault: defaultMember != nil) }
    let discriminator = discriminator(of: schema, among: members, defaultMember)
    return Union(
      members: members,
      discriminator: discriminator,
      defaultMember: discriminator == nil ? nil : defaultMember,
      allowsSeveral: !schema.anyOf.isEmpty
    )
  }

  /// Says so when the default of a discriminator is none of the members.
  func report(_ discriminator: Discriminator, hasDefault: Bool) {
    guard let name = discriminator.defaultMapping, !hasDefault else { return }
    report(.foreignDefault(name, discriminator))
  }

  /// The property that tells the members apart; nil when some member has no value of it to be known by, or shares one.
  ///
  /// A member whose name the mapping gives to another is never read, which is what the description says.
  private func discriminator(
    of schema: Schema,
    among members: [UnionMember],
    _ defaultMember: Int?
  ) -> String? {
    guard let discriminator = schema.discriminator else { return nil }
    let isKnown = members.enumerated().allSatisfy { position, member in
      !member.discriminatorValues.isEmpty || position == defaultMember || member.schema.reference != nil
    }
    let values = members.flatMap(\.discriminatorValues)
    guard isKnown, Set(values).count == values.count else {
      report(.incompleteDiscriminator(discriminator.propertyName, schema))
      return nil
    }
    for (position, member) in members.enumerated()
    where member.discriminatorValues.isEmpty && position != defaultMember {
      report(.unreachableMember(member.schema, discriminator))
    }
    return discriminator.propertyName
  }

  /// `anyOf: [{enum: [...]}, {type: string}]`: an enumeration that the description itself leaves open.
  private func openEnumeration(among schemas: [Schema]) -> Enumeration? {
    let all = schemas.map(resolved)
    let listing = all.filter { $0.enumerationBase == .string }
    guard listing.count == 1, all.count == 2,
      all.contains(where: { $0.enumerationBase == nil && $0.valueTypes == [.string] && $0.format == nil }),
      var enumeration = enumeration(of: listing[0])
    else { return nil }
    enumeration.isOpen = true
    return enumeration
  }

  private func discriminatorValues(of member: Schema, in union: Schema) -> [String] {
    guard let discriminator = union.discriminator else { return [] }
    guard let reference = member.reference else {
      return constants(of: member).first { $0.name == discriminator.propertyName }?.values ?? []
    }
    let mapped = discriminator.mapping.filter { mapping in
      mapping.target.map { $0 == reference.target } ?? false || mapping.reference == reference.text
        || mapping.reference == reference.targetName
    }
    if !mapped.isEmpty { return mapped.map(\.value) }
    let declared = constants(of: member).first { $0.name == discriminator.propertyName }?.values
    return (declared ?? [reference.targetName]).filter { value in
      !discriminator.mapping.contains { $0.value == value }
    }
  }

  // MARK: - Telling members apart

  /// What a value of a schema looks like before it is decoded.
  private func test(of schema: Schema) -> UnionTest {
    let schema = resolved(schema)
    if let base = schema.enumerationBase { return base == .string ? .string : .integer }
    if let type = schema.valueTypes.first, schema.valueTypes.count == 1, type != .object {
      return type.unionTest
    }
    if schema.isArray { return .array }
    if let scalar = schema.scalar, scalar.kind == .string { return .string }
    if schema.valueTypes.isEmpty, !schema.unionMembers.isEmpty, schema.properties.isEmpty { return .any }
    guard schema.isObject || !schema.allOf.isEmpty else { return .any }
    var merge = ObjectMerge()
    gather(schema, owner: TypeID(index: 0), into: &merge)
    guard !merge.isEmpty || schema.isObject else {
      return merge.others.first.map { test(of: $0.schema) } ?? .any
    }
    // What only one side sets may be missing on the other.
    let required = merge.names.filter { name in
      merge.required.contains(name)
        && !(merge.mentions[name] ?? []).contains {
          speaks(of: $0.schema, \.isReadOnly) || speaks(of: $0.schema, \.isWriteOnly)
        }
    }
    return .object(required: required, constants: constants(in: merge))
  }

  private func constants(of schema: Schema) -> [ConstantProperty] {
    var merge = ObjectMerge()
    gather(schema, owner: TypeID(index: 0), into: &merge)
    return constants(in: merge)
  }

  private func constants(in merge: ObjectMerge) -> [ConstantProperty] {
    merge.names.compactMap { name in
      guard merge.required.contains(name),
        let schema = merge.mentions[name]?.last.map({ resolved($0.schema) })
      else { return nil }
      let values = schema.listedValues.compactMap(\.string)
      guard !values.isEmpty, values.count <= 8, values.count == schema.listedValues.count else { return nil }
      return ConstantProperty(name: name, values: values)
    }
  }

  /// The schema behind a chain of references; the last one of a chain that runs in a circle.
  func resolved(_ schema: Schema) -> Schema {
    guard schema.reference != nil else { return schema }
    var visited: Set<Schema> = [schema]
    var current = schema
    while let reference = current.reference, !current.hasStructureBesideReference,
      let target = table.target(of: reference), visited.insert(target).inserted
    {
      current = target
    }
    return current
  }
}

extension Discriminator {
  /// Whether an alternative is what values without a mapping are.
  func isDefault(_ alternative: Schema) -> Bool {
    guard let reference = alternative.reference, let defaultMapping else { return false }
    return defaultTarget.map { $0 == reference.target } ?? (defaultMapping == reference.targetName)
  }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func foreignDefault(_ name: String, _ discriminator: Discriminator) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "the default mapping '\(name)' is none of the alternatives; values without a mapping are kept as JSON",
      at: discriminator.origin["defaultMapping"] ?? discriminator.origin,
      advice: "list the schema among the alternatives"
    )
  }

  fileprivate static func unreachableMember(_ member: Schema, _ discriminator: Discriminator) -> Diagnostic {
    let name = member.reference?.targetName ?? ""
    return .warning(
      "unreachable-member",
      "no value of '\(discriminator.propertyName)' stands for '\(name)': the mapping gives its name to another schema",
      at: member.origin,
      advice: "map a value to it, and look whether the other values are mapped to the right schemas"
    )
  }

  fileprivate static func incompleteDiscriminator(_ name: String, _ schema: Schema) -> Diagnostic {
    .warning(
      "incomplete-discriminator",
      "'\(name)' does not tell all members apart; they are told by their members and types instead",
      at: schema.origin["discriminator"] ?? schema.origin,
      advice: "make each member a schema of its own, or give it one value of '\(name)' with 'const'"
    )
  }
}
