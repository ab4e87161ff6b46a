import OpenAPIDescription
import SourceDocuments

extension PairComparison {
  mutating func compareObjects() {
    for name in base.propertyNames {
      if let new = revision.properties[name] {
        compareProperty(name, base.properties[name] ?? [], new)
      } else {
        recordRemoved(name, base.properties[name] ?? [])
      }
    }
    for name in revision.propertyNames where base.properties[name] == nil {
      recordAdded(name, revision.properties[name] ?? [])
    }
    compareUndeclaredRequired()
    compareSchemas(
      .additionalPropertiesChanged,
      "additionalProperties",
      base.additionalProperties,
      revision.additionalProperties,
      facet: .members
    )
    compareSchemas(
      .unevaluatedPropertiesChanged,
      "unevaluatedProperties",
      base.unevaluatedProperties,
      revision.unevaluatedProperties,
      facet: .members
    )
    compareSchemas(
      .propertyNamesChanged,
      "propertyNames",
      base.nameSchemas,
      revision.nameSchemas,
      facet: .limits
    )
    comparePatternProperties()
    compareDependentRequired()
    compareCounts(
      .minPropertiesChanged,
      "minProperties",
      base.minProperties,
      revision.minProperties,
      isUpper: false
    )
    compareCounts(
      .maxPropertiesChanged,
      "maxProperties",
      base.maxProperties,
      revision.maxProperties,
      isUpper: true
    )
  }

  private mutating func compareProperty(_ name: String, _ old: [Schema], _ new: [Schema]) {
    let (oldFlat, newFlat) = (comparison.baseFlat(old), comparison.revisionFlat(new))
    let (oldDirections, newDirections) = (oldFlat.directions, newFlat.directions)
    let shared = oldDirections.intersection(newDirections)
    compareMark(
      .readOnlyChanged,
      "read-only",
      name,
      old,
      new,
      oldFlat.isReadOnly,
      newFlat.isReadOnly,
      "readOnly"
    )
    compareMark(
      .writeOnlyChanged,
      "write-only",
      name,
      old,
      new,
      oldFlat.isWriteOnly,
      newFlat.isWriteOnly,
      "writeOnly"
    )

    let (wasRequired, isRequired) = (base.required[name], revision.required[name])
    if wasRequired == nil, let isRequired {
      recordPresence(
        .propertyBecameRequired,
        "became required",
        name,
        old,
        new,
        isRequired,
        .narrows,
        in: newDirections
      )
    } else if let wasRequired, isRequired == nil {
      recordPresence(
        .propertyBecameOptional,
        "became optional",
        name,
        old,
        new,
        wasRequired,
        .widens,
        in: oldDirections
      )
    }
    compareChildren(old, new, in: shared == .all ? nil : shared)
  }

  private mutating func recordPresence(
    _ rule: Rule,
    _ phrase: String,
    _ name: String,
    _ old: [Schema],
    _ new: [Schema],
    _ list: SourceNode,
    _ change: Effect.Change,
    in directions: Set<MessageDirection>
  ) {
    let entry = list.elements.first { $0.string == name } ?? list
    var concerned: [SourceNode] = []
    var subject = subject(of: name, in: new.first ?? old.first)
    var other = (change == .widens ? new : old).first?.origin
    // A list of another schema that extensions of it redeclare members of is one edit for all of them.
    if let owner = list.parent, let declared = owner["properties"]?[name],
      (change == .widens ? old : new).contains(where: { $0.origin != declared })
    {
      subject = PlaceName.text(declared)
      concerned = (old + new).map(\.origin)
      other = other.flatMap { node in
        let root = node.document.root
        return PlaceName.counterpart(of: declared, in: root) ?? PlaceName.counterpart(of: owner, in: root)
          ?? node
      }
    }
    var edit =
      Edit(
        rule,
        phrase,
        subject: subject,
        base: change == .widens ? entry : other,
        revision: change == .widens ? other : entry,
        claims: [entry],
        effects: [Effect(change, .presence, in: directions)]
      )
    edit.concerned = concerned
    record(edit)
  }

  /// A property that only one side may send does not exist in the other direction.
  private mutating func compareMark(
    _ rule: Rule,
    _ word: String,
    _ name: String,
    _ old: [Schema],
    _ new: [Schema],
    _ was: Bool,
    _ now: Bool,
    _ keyword: String
  ) {
    guard was != now else { return }
    let excluded: Set<MessageDirection> = keyword == "readOnly" ? [.sent] : .fromAPI
    let isRequired = base.required[name] != nil && revision.required[name] != nil
    var effects = [Effect(now ? .narrows : .widens, .members, in: excluded)]
    if isRequired { effects.append(Effect(now ? .widens : .narrows, .presence, in: excluded)) }
    record(
      Edit(
        rule,
        now ? "is \(word) now" : "is no longer \(word)",
        subject: subject(of: name, in: new.first),
        base: comparison.baseFlat(old).node(of: keyword) ?? old.first?.origin,
        revision: comparison.revisionFlat(new).node(of: keyword) ?? new.first?.origin,
        claims: [
          comparison.baseFlat(old).node(of: keyword), comparison.revisionFlat(new).node(of: keyword),
        ],
        effects: effects
      )
    )
  }

  private mutating func recordRemoved(_ name: String, _ old: [Schema]) {
    let directions = comparison.baseFlat(old).directions
    let requiring = base.required[name]
    var effects = [Effect(.narrows, revision.isClosed ? .closedMembers : .members, in: directions)]
    if requiring != nil, revision.required[name] == nil {
      effects.append(Effect(.widens, .presence, in: directions, isCertain: true))
    }
    record(
      Edit(
        .propertyRemoved,
        requiring == nil ? "was removed" : "was removed; it was required",
        subject: subject(of: name, in: old.first),
        base: old.first?.origin,
        revision: revision.node(of: "properties") ?? revision.node,
        claims: old.map(\.origin) + [requiring.flatMap { entry(name, in: $0) }],
        effects: effects
      )
    )
  }

  private mutating func recordAdded(_ name: String, _ new: [Schema]) {
    let directions = comparison.revisionFlat(new).directions
    let requiring = revision.required[name]
    var effects = [Effect(.widens, base.isClosed ? .closedMembers : .members, in: directions)]
    if requiring != nil, base.required[name] == nil {
      effects.append(Effect(.narrows, .presence, in: directions, isCertain: true))
    }
    record(
      Edit(
        .propertyAdded,
        requiring == nil ? "was added" : "was added and is required",
        subject: subject(of: name, in: new.first),
        base: base.node(of: "properties") ?? base.node,
        revision: new.first?.origin,
        claims: new.map(\.origin) + [requiring.flatMap { entry(name, in: $0) }],
        effects: effects
      )
    )
  }

  private func entry(_ name: String, in list: SourceNode) -> SourceNode? {
    list.elements.first { $0.string == name }
  }

  /// Properties are named by their own place, unless they stand elsewhere than where they are declared.
  private func subject(of name: String, in schema: Schema?) -> String? {
    guard let schema, schema.origin.key == name else { return nil }
    return PlaceName.text(schema.origin)
  }

  /// Names that are required without being declared as properties on both sides.
  private mutating func compareUndeclaredRequired() {
    for (name, list) in revision.required.sorted(by: { $0.key < $1.key })
    where base.required[name] == nil && revision.properties[name] == nil {
      let node = entry(name, in: list) ?? list
      record(
        Edit(
          .propertyBecameRequired,
          "requires the member '\(name)' now",
          after: name,
          base: base.node,
          revision: node,
          claims: [node],
          effects: [Effect(.narrows, .presence)]
        )
      )
    }
    for (name, list) in base.required.sorted(by: { $0.key < $1.key })
    where revision.required[name] == nil && base.properties[name] == nil {
      let node = entry(name, in: list) ?? list
      record(
        Edit(
          .propertyBecameOptional,
          "no longer requires the member '\(name)'",
          before: name,
          base: node,
          revision: revision.node,
          claims: [node],
          effects: [Effect(.widens, .presence)]
        )
      )
    }
  }

  private mutating func comparePatternProperties() {
    for (pattern, old) in base.patternProperties.sorted(by: { $0.key < $1.key }) {
      if let new = revision.patternProperties[pattern] {
        compareChildren(old, new)
      } else {
        record(
          Edit(
            .patternPropertyRemoved,
            "no longer describes members named like '\(pattern)'",
            before: pattern,
            base: old.first?.origin,
            revision: revision.node,
            claims: old.map(\.origin),
            effects: [
              Effect(revision.isClosed ? .narrows : .widens, revision.isClosed ? .closedMembers : .limits)
            ]
          )
        )
      }
    }
    for (pattern, new) in revision.patternProperties.sorted(by: { $0.key < $1.key })
    where base.patternProperties[pattern] == nil {
      record(
        Edit(
          .patternPropertyAdded,
          "describes members named like '\(pattern)' now",
          after: pattern,
          base: base.node,
          revision: new.first?.origin,
          claims: new.map(\.origin),
          effects: [Effect(base.isClosed ? .widens : .narrows, base.isClosed ? .closedMembers : .limits)]
        )
      )
    }
  }

  private mutating func compareDependentRequired() {
    let names = Set(base.dependentRequired.keys).union(revision.dependentRequired.keys)
    for name in names.sorted() {
      let (old, new) = (base.dependentRequired[name], revision.dependentRequired[name])
      let (before, after) = (Set(old?.value ?? []), Set(new?.value ?? []))
      guard before != after else { continue }
      let change: Effect.Change =
        before.isSubset(of: after) ? .narrows : after.isSubset(of: before) ? .widens : .shifts
      record(
        .dependentRequiredChanged,
        "changed what '\(name)' requires beside it",
        old.map { $0.value.joined(separator: ", ") },
        new.map { $0.value.joined(separator: ", ") },
        at: (old?.node, new?.node),
        [Effect(change, .presence)]
      )
    }
  }
}

extension FlatSchema {
  /// The directions in which a value of the schema is part of a message.
  var directions: Set<MessageDirection> {
    switch (isReadOnly, isWriteOnly) {
    case (true, false): .fromAPI
    case (false, true): [.sent]
    case (_, _): .all
    }
  }
}
