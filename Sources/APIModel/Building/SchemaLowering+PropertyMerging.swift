import OpenAPIDescription
import SourceDocuments

extension SchemaLowering {
  /// What a property is that several parts of `allOf` declare, so that its values satisfy all of them.
  ///
  /// Parts of one kind are merged as far down as they differ: objects into one with the members of all, lists into one of
  /// merged elements. Where one of them says all that the others say, it decides, and keeps its name.
  ///
  /// - Parameters:
  ///   - owner: The type whose property it is; a type that is made here becomes a part of it.
  ///   - context: Where the type stands that a mention describes.
  /// - Returns: The type and the mention it is named after; nil where the parts cannot be merged.
  func merged(
    _ mentions: [ObjectMerge.Mention],
    in owner: TypeID,
    context: (ObjectMerge.Mention) -> TypeContext
  ) -> (mention: ObjectMerge.Mention, type: ValueType)? {
    guard let last = mentions.last, !conflicts(mentions) else { return nil }
    let schemas = mentions.map { resolved($0.schema) }
    let isNullable = mentions.allSatisfy { allowsNull($0.schema) }
    let areAlternatives = mentions.contains { $0.isAlternative }
    if areAlternatives, mentions.count > 1, let listing = listing(of: schemas) {
      let id = table.merged(schemas, as: last.schema, context: context(last)) { _ in .enumeration(listing) }
      return id.map { (last, ValueType(.declared($0), isNullable: isNullable)) }
    }
    let decisive = decisiveMention(among: mentions)
    if decisive == nil || hasOthersWithMembers(decisive, among: mentions),
      let merged = mergedType(of: schemas, mentions, in: owner, isNullable: isNullable, context: context)
    {
      return (last, merged)
    }
    return decisive.map { ($0, type(of: $0.schema, context: context($0))) }
  }

  /// Whether what other mentions say of the same members is left out where one without a name of its own decides.
  private func hasOthersWithMembers(
    _ decisive: ObjectMerge.Mention?,
    among mentions: [ObjectMerge.Mention]
  ) -> Bool {
    guard let decisive, decisive.schema.reference == nil else { return false }
    return mentions.contains { other in
      var comparison = MemberComparison(lowering: self)
      return other.schema != decisive.schema && comparison.hasMembers(other.schema)
    }
  }

  private func mergedType(
    of schemas: [Schema],
    _ mentions: [ObjectMerge.Mention],
    in owner: TypeID,
    isNullable: Bool,
    context: (ObjectMerge.Mention) -> TypeContext
  ) -> ValueType? {
    guard let last = mentions.last else { return nil }
    if schemas.allSatisfy({ $0.isArray && $0.prefixItems.isEmpty }) {
      let elements = zip(schemas, mentions).compactMap { schema, mention in
        schema.items.map { mention.with($0) }
      }
      // Lists may be elements of themselves.
      return table.merging { merged(elements, in: owner) { .element(of: context($0)) } }
        .map { ValueType(.list($0.type), isNullable: isNullable) }
    }
    guard schemas.allSatisfy(describesObject) else { return nil }
    let areAlternatives = mentions.contains { $0.isAlternative }
    var known: Set<Schema> = []
    let distinct = schemas.filter { known.insert($0).inserted }
    var named = last
    named.owner = owner
    let id = table.merged(distinct, as: last.schema, context: context(named)) { id in
      var merge = ObjectMerge()
      for schema in distinct { gather(schema, owner: id, into: &merge, isOptional: areAlternatives) }
      return .record(record(of: merge, id: id))
    }
    return id.map { ValueType(.declared($0), isNullable: isNullable) }
  }

  /// The enumeration of what each alternative lists; nil where one of them lists nothing, or all list the same.
  private func listing(of alternatives: [Schema]) -> Enumeration? {
    let all = alternatives.compactMap(enumeration)
    guard all.count == alternatives.count, var result = all.first, all.allSatisfy({ $0.base == result.base })
    else { return nil }
    for other in all.dropFirst() {
      result.values += other.values.filter { value in !result.values.contains { $0.text == value.text } }
      result.isOpen = result.isOpen || other.isOpen
    }
    return result.values.count == all.last?.values.count ? nil : result
  }

  /// Whether two of the mentions are of types that have no value in common.
  private func conflicts(_ mentions: [ObjectMerge.Mention]) -> Bool {
    mentions.dropLast().contains { earlier in
      mentions.last.map { conflicts(earlier.schema, $0.schema) } ?? false
    }
  }

  /// The last mention that says all that the others say of members.
  private func decisiveMention(among mentions: [ObjectMerge.Mention]) -> ObjectMerge.Mention? {
    guard mentions.count > 1 else { return mentions.first }
    return mentions.reversed().first { candidate in
      mentions.allSatisfy { other in
        var comparison = MemberComparison(lowering: self)
        return comparison.covers(candidate.schema, other.schema)
      }
    }
  }

  /// Whether nothing but an object with members satisfies a schema.
  func describesObject(_ schema: Schema) -> Bool {
    var visited: Set<Schema> = []
    var pending = [schema]
    var result = false
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      guard next.isObject || (next.valueTypes.isEmpty && next.scalar == nil && !next.isArray) else {
        return false
      }
      guard next.unionMembers.isEmpty, next.enumeration == nil else { return false }
      result = result || next.isObject
      pending += next.allOf
      if let target = next.reference.flatMap({ table.target(of: $0) }) { pending.append(target) }
    }
    return result
  }
}

/// Compares what schemas say of the members of objects, at any depth.
private struct MemberComparison {
  let lowering: SchemaLowering
  private var visited: Set<[[Schema]]> = []
  /// The most pairs that are compared; what lies deeper is taken for the same, and so is everything once a whole
  /// description has taken too many steps.
  private static let limit = 4096

  init(lowering: SchemaLowering) {
    self.lowering = lowering
  }

  /// Whether every member that one schema declares is declared by another one.
  mutating func covers(_ schema: Schema, _ other: Schema) -> Bool {
    var pending = [(parts(of: [schema]), parts(of: [other], withAlternatives: false))]
    while let (one, other) = pending.popLast(), visited.count < Self.limit, lowering.table.comparisonsLeft > 0
    {
      guard one != other, visited.insert([one, other]).inserted else { continue }
      let elements = other.compactMap(\.items)
      if !elements.isEmpty {
        let items = one.compactMap(\.items)
        guard !items.isEmpty else { return false }
        pending.append((parts(of: items), parts(of: elements, withAlternatives: false)))
      }
      let members = members(of: one)
      for (name, schemas) in self.members(of: other) {
        guard let member = members[name] else { return false }
        pending.append((parts(of: member), parts(of: schemas, withAlternatives: false)))
      }
    }
    return true
  }

  /// Whether a schema declares members, of its values or of their elements.
  mutating func hasMembers(_ schema: Schema) -> Bool {
    var pending = parts(of: [schema])
    while let next = pending.popLast(), visited.count < Self.limit {
      guard visited.insert([[next]]).inserted else { continue }
      if !next.properties.isEmpty { return true }
      if let items = next.items { pending += parts(of: [items]) }
    }
    return false
  }

  /// The schemas that take part in a composition.
  ///
  /// - Parameter withAlternatives: Whether the members of `oneOf` and `anyOf` are among them. A schema that narrows a union
  ///   down to one of its members needs not speak of the others.
  private func parts(of schemas: [Schema], withAlternatives: Bool = true) -> [Schema] {
    var result: [Schema] = []
    var visited: Set<Schema> = []
    var pending = schemas
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      lowering.table.comparisonsLeft -= 1 + next.properties.count
      result.append(next)
      pending += next.allOf + (withAlternatives ? next.unionMembers : [])
      if let target = next.reference.flatMap({ lowering.table.target(of: $0) }) { pending.append(target) }
    }
    return result
  }

  private func members(of parts: [Schema]) -> [String: [Schema]] {
    var result: [String: [Schema]] = [:]
    for property in parts.flatMap(\.properties) { result[property.name, default: []].append(property.schema) }
    return result
  }
}
