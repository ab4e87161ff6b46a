import OpenAPIDescription
import SourceDocuments

extension PairComparison {
  mutating func compareDiscriminators() {
    switch (base.discriminator, revision.discriminator) {
    case (nil, nil):
      break
    case (nil, let new?):
      record(
        .discriminatorAdded,
        "is told apart by '\(new.propertyName)' now",
        nil,
        new.propertyName,
        at: (base.node, new.origin),
        [Effect(.narrows, .limits)]
      )
    case (let old?, nil):
      record(
        .discriminatorRemoved,
        "is no longer told apart by '\(old.propertyName)'",
        old.propertyName,
        nil,
        at: (old.origin, revision.node),
        [Effect(.widens, .discriminator)]
      )
    case (let old?, let new?):
      compare(old, new)
    }
  }

  private mutating func compare(_ old: Discriminator, _ new: Discriminator) {
    if old.propertyName != new.propertyName {
      let keyword = "propertyName"
      record(
        .discriminatorPropertyChanged,
        "is told apart by another property",
        old.propertyName,
        new.propertyName,
        at: (old.origin[keyword] ?? old.origin, new.origin[keyword] ?? new.origin),
        [Effect(.shifts, .discriminator)]
      )
    }
    if old.defaultMapping != new.defaultMapping {
      let keyword = "defaultMapping"
      record(
        .discriminatorDefaultChanged,
        "changed what values without a mapping mean",
        old.defaultMapping,
        new.defaultMapping,
        at: (old.origin[keyword], new.origin[keyword]),
        [Effect(.shifts, .discriminator)]
      )
    }
    // With a union, values belong to its alternatives; without one, to schemas that build on this one.
    guard base.unions.isEmpty, revision.unions.isEmpty else { return }
    compareMappings(old, new)
  }

  private mutating func compareMappings(_ old: Discriminator, _ new: Discriminator) {
    for mapping in old.mapping {
      guard let other = new.mapping.first(where: { $0.value == mapping.value }) else {
        recordValue(
          .discriminatorValueRemoved,
          "lost the discriminator value",
          mapping.value,
          nil,
          mapping,
          nil
        )
        continue
      }
      if targetName(mapping) != targetName(other) {
        record(
          .discriminatorValueChanged,
          "changed what the discriminator value '\(mapping.value)' means",
          targetName(mapping),
          targetName(other),
          at: (mapping.origin, other.origin),
          [Effect(.shifts, .discriminator)]
        )
      }
    }
    for mapping in new.mapping where !old.mapping.contains(where: { $0.value == mapping.value }) {
      recordValue(
        .discriminatorValueAdded,
        "gained the discriminator value",
        nil,
        mapping.value,
        nil,
        mapping
      )
    }
  }

  private mutating func recordValue(
    _ rule: Rule,
    _ phrase: String,
    _ before: String?,
    _ after: String?,
    _ old: DiscriminatorMapping?,
    _ new: DiscriminatorMapping?
  ) {
    record(
      rule,
      "\(phrase) '\(before ?? after ?? "")'",
      before,
      after,
      at: (old?.origin ?? base.discriminator?.origin, new?.origin ?? revision.discriminator?.origin),
      [Effect(after == nil ? .narrows : .widens, .alternatives)]
    )
  }

  private func targetName(_ mapping: DiscriminatorMapping) -> String {
    mapping.target?.key ?? mapping.reference
  }

  /// The values of alternatives that are the same; those of added and removed ones come and go with them.
  mutating func compareMappedAlternatives(_ matching: AlternativeMatching) {
    guard let old = base.discriminator, let new = revision.discriminator else { return }
    for (first, second) in matching.matched {
      let before = values(of: comparison.baseFlattening.resolved(first), old)
      let after = values(of: comparison.revisionFlattening.resolved(second), new)
      guard before != after else { continue }
      let change: Effect.Change =
        before.isSubset(of: after) ? .widens : after.isSubset(of: before) ? .narrows : .shifts
      let nodes = (
        old.mapping.filter { before.contains($0.value) }, new.mapping.filter { after.contains($0.value) }
      )
      record(
        Edit(
          .discriminatorValueChanged,
          "changed the discriminator value of \(name(second))",
          before: before.sorted().joined(separator: ", "),
          after: after.sorted().joined(separator: ", "),
          base: nodes.0.first?.origin ?? old.origin,
          revision: nodes.1.first?.origin ?? new.origin,
          claims: nodes.0.map(\.origin) + nodes.1.map(\.origin),
          effects: [Effect(change, .discriminator)]
        )
      )
    }
    claim(
      old.mapping.filter { mapping in matching.removed.contains { isTarget($0, mapping, isBase: true) } }
        .map(\.origin)
    )
    claim(
      new.mapping.filter { mapping in matching.added.contains { isTarget($0, mapping, isBase: false) } }
        .map(\.origin)
    )
  }

  private func isTarget(_ schema: Schema, _ mapping: DiscriminatorMapping, isBase: Bool) -> Bool {
    let flattening = isBase ? comparison.baseFlattening : comparison.revisionFlattening
    return flattening.resolved(schema).origin == mapping.target
  }

  /// Without a mapping, the name of the component is the value.
  private func values(of target: Schema, _ discriminator: Discriminator) -> Set<String> {
    let mapped = discriminator.mapping.filter { $0.target == target.origin }.map(\.value)
    if mapped.isEmpty { return Set([target.componentName].compactMap { $0 }) }
    return Set(mapped)
  }
}
