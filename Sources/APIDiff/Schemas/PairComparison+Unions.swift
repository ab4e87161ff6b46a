import OpenAPIDescription
import SourceDocuments

extension PairComparison {
  /// Compares a union with a schema that is none; true when both are unions, or neither is.
  mutating func compareUnionWithPlain() -> Bool {
    guard base.unions.isEmpty != revision.unions.isEmpty else { return true }
    if let group = revision.unions.first {
      let wanted = names(of: pair.base)
      let fingerprint = pair.base.first.map(comparison.baseFingerprint)
      let same = group.alternatives.first { alternative in
        let target = comparison.revisionFlattening.resolved(alternative)
        if let name = target.componentName, wanted.contains(name) { return true }
        return comparison.revisionFingerprint(target) == fingerprint
      }
      guard let same = same ?? kindred(group.alternatives, to: base, comparison.revisionFlat) else {
        return recordUnlike(.unionAdded, "became a union", group, isNew: true)
      }
      recordUnion(.unionAdded, "became one of several alternatives", group, isNew: true, same)
      compareChildren(pair.base, [same])
    } else if let group = base.unions.first {
      let wanted = names(of: pair.revision)
      let fingerprint = pair.revision.first.map(comparison.revisionFingerprint)
      let same = group.alternatives.first { alternative in
        let target = comparison.baseFlattening.resolved(alternative)
        if let name = target.componentName, wanted.contains(name) { return true }
        return comparison.baseFingerprint(target) == fingerprint
      }
      guard let same = same ?? kindred(group.alternatives, to: revision, comparison.baseFlat) else {
        return recordUnlike(.unionRemoved, "is no union any more", group, isNew: false)
      }
      recordUnion(.unionRemoved, "is only one of its alternatives any more", group, isNew: false, same)
      compareChildren([same], pair.revision)
    }
    return false
  }

  private func names(of schemas: [Schema]) -> Set<String> { Set(schemas.compactMap(\.componentName)) }

  /// The only alternative of the same type, when the types are scalar.
  private func kindred(
    _ alternatives: [Schema],
    to other: FlatSchema,
    _ flat: ([Schema]) -> FlatSchema
  ) -> Schema? {
    let types = other.types.subtracting(.null)
    guard types.isSubset(of: TypeSet.scalars.union(.array)) else { return nil }
    let found = alternatives.filter { flat([$0]).types.subtracting(.null) == types }
    return found.count == 1 ? found.first : nil
  }

  /// A schema that shares properties with a union is not settled by saying that; true to go on comparing.
  private mutating func recordUnlike(_ rule: Rule, _ phrase: String, _ group: UnionGroup, isNew: Bool) -> Bool
  {
    let plain = isNew ? base : revision
    let union = isNew ? revision : base
    let isAlsoPlain = !union.propertyNames.isEmpty && !plain.propertyNames.isEmpty
    let change: Effect.Change
    if plain.types == .any && plain.propertyNames.isEmpty && plain.values == nil || isAlsoPlain {
      change = isNew ? .narrows : .widens
    } else {
      change = .shifts
    }
    let list = group.alternatives.map(name).joined(separator: ", ")
    var edit = Edit(
      rule,
      phrase,
      before: isNew ? plain.types.text : list,
      after: isNew ? list : plain.types.text,
      base: isNew ? base.node : group.node,
      revision: isNew ? group.node : revision.node,
      claims: [group.node],
      effects: [Effect(change, .type)]
    )
    if !isAlsoPlain { edit.claims += (pair.base + pair.revision).map(\.origin) }
    record(edit)
    return isAlsoPlain
  }

  private mutating func recordUnion(
    _ rule: Rule,
    _ phrase: String,
    _ group: UnionGroup,
    isNew: Bool,
    _ same: Schema
  ) {
    let list = group.alternatives.map(name).joined(separator: ", ")
    record(
      Edit(
        rule,
        phrase,
        before: isNew ? name(same) : list,
        after: isNew ? list : name(same),
        base: isNew ? base.node : group.node,
        revision: isNew ? group.node : revision.node,
        claims: [group.node] + (pair.base + pair.revision).map(\.origin),
        effects: [Effect(isNew ? .widens : .narrows, .type)]
      )
    )
  }

  mutating func compareUnions() {
    for index in 0..<max(base.unions.count, revision.unions.count) {
      let old = index < base.unions.count ? base.unions[index] : nil
      let new = index < revision.unions.count ? revision.unions[index] : nil
      if let old, let new {
        compareGroups(old, new)
      } else if let group = old ?? new {
        record(
          old == nil ? .unionAdded : .unionRemoved,
          old == nil ? "has to match one of several alternatives now" : "no longer has to match alternatives",
          old.map { $0.alternatives.map(name).joined(separator: ", ") },
          new.map { $0.alternatives.map(name).joined(separator: ", ") },
          at: (old == nil ? base.node : group.node, old == nil ? group.node : revision.node),
          [Effect(old == nil ? .narrows : .widens, .type)]
        )
      }
    }
  }

  private mutating func compareGroups(_ old: UnionGroup, _ new: UnionGroup) {
    var matching = AlternativeMatching(old.alternatives, new.alternatives, comparison)
    matching.run(base: base.discriminator, revision: revision.discriminator)
    if old.isExclusive != new.isExclusive {
      // Alternatives that exclude one another anyway make no difference.
      record(
        .unionKindChanged,
        old.isExclusive ? "may match several alternatives now" : "may match one alternative only now",
        old.isExclusive ? "oneOf" : "anyOf",
        new.isExclusive ? "oneOf" : "anyOf",
        at: (old.node, new.node),
        areDisjoint(old) && areDisjoint(new) ? [] : [Effect(old.isExclusive ? .widens : .narrows, .limits)]
      )
    }
    for (first, second) in matching.matched {
      compareRename(first, second)
      compareChildren([first], [second])
    }
    for alternative in matching.removed {
      recordAlternative(.unionMemberRemoved, "lost the alternative", alternative, isNew: false, new.node)
    }
    for alternative in matching.added {
      recordAlternative(.unionMemberAdded, "gained the alternative", alternative, isNew: true, old.node)
    }
    compareMappedAlternatives(matching)
  }

  private func areDisjoint(_ group: UnionGroup) -> Bool {
    var seen: TypeSet = []
    for alternative in group.alternatives {
      let isBase = group.node.document === base.node?.document
      let flat = isBase ? comparison.baseFlat([alternative]) : comparison.revisionFlat([alternative])
      guard flat.types.isDisjoint(with: seen) else { return false }
      seen.formUnion(flat.types)
    }
    return true
  }

  private mutating func recordAlternative(
    _ rule: Rule,
    _ phrase: String,
    _ alternative: Schema,
    isNew: Bool,
    _ other: SourceNode
  ) {
    record(
      Edit(
        rule,
        "\(phrase) \(name(alternative))",
        before: isNew ? nil : name(alternative),
        after: isNew ? name(alternative) : nil,
        base: isNew ? other : alternative.origin,
        revision: isNew ? alternative.origin : other,
        claims: [alternative.origin],
        effects: [Effect(isNew ? .widens : .narrows, .alternatives)]
      )
    )
  }

  /// The name of an alternative names a case in Swift; on the wire it means something only to a discriminator.
  private mutating func compareRename(_ first: Schema, _ second: Schema) {
    let (old, new) = (name(first), name(second))
    guard old != new else { return }
    record(
      .unionMemberRenamed,
      "renamed its alternative \(old) to \(new)",
      old,
      new,
      at: (first.origin, second.origin),
      []
    )
  }

  /// What an alternative is called: its component, its title, its type.
  func name(_ schema: Schema) -> String {
    var current = schema
    var steps = 0
    while current.componentName == nil, let reference = current.reference, steps < 100 {
      let target =
        comparison.baseFlattening.store.target(of: reference)
        ?? comparison.revisionFlattening.store.target(of: reference)
      guard let target else { break }
      current = target
      steps += 1
    }
    if let name = current.componentName ?? schema.title ?? current.title { return name }
    return TypeSet(current.types).text
  }
}
