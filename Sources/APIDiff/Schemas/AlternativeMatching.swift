import OpenAPIDescription

/// Finds which alternatives of two unions are the same.
struct AlternativeMatching {
  private(set) var matched: [(Schema, Schema)] = []
  private(set) var removed: [Schema]
  private(set) var added: [Schema]
  private let comparison: SchemaComparison

  init(_ base: [Schema], _ revision: [Schema], _ comparison: SchemaComparison) {
    removed = base
    added = revision
    self.comparison = comparison
  }

  /// By component, by discriminator value, by shape, by title, by type, and what is left alone at last.
  mutating func run(base: Discriminator?, revision: Discriminator?) {
    let comparison = comparison
    let baseTarget = comparison.baseFlattening.resolved
    let revisionTarget = comparison.revisionFlattening.resolved
    match { old, new in
      guard let name = baseTarget(old).componentName else { return false }
      return name == revisionTarget(new).componentName
    }
    match { old, new in
      guard let first = Self.value(of: baseTarget(old), base),
        let second = Self.value(of: revisionTarget(new), revision)
      else { return false }
      return first == second
    }
    match { comparison.baseFingerprint(baseTarget($0)) == comparison.revisionFingerprint(revisionTarget($1)) }
    match { $0.title != nil && $0.title == $1.title }
    match { old, new in
      let types = comparison.baseFlat([old]).types
      return types.isSubset(of: TypeSet.scalars.union(.array))
        && types == comparison.revisionFlat([new]).types
    }
    // Alternatives without a name: those with the same properties, then the only ones that are left.
    match { old, new in
      guard baseTarget(old).componentName == nil, revisionTarget(new).componentName == nil else {
        return false
      }
      let names = Set(comparison.baseFlat([old]).propertyNames)
      return !names.isEmpty && names == Set(comparison.revisionFlat([new]).propertyNames)
        && Self.constants(comparison.baseFlat([old]), comparison.baseFlat)
          == Self.constants(comparison.revisionFlat([new]), comparison.revisionFlat)
    }
    if removed.count == 1, added.count == 1, baseTarget(removed[0]).componentName == nil,
      revisionTarget(added[0]).componentName == nil
    {
      match { _, _ in true }
    }
  }

  /// The properties that can have one value only, which tell alternatives apart.
  private static func constants(_ flat: FlatSchema, _ inner: ([Schema]) -> FlatSchema) -> [String: [String]] {
    flat.properties.compactMapValues { schemas in
      let values = inner(schemas).values?.value ?? []
      return values.count == 1 ? values : nil
    }
  }

  private mutating func match(_ isSame: (Schema, Schema) -> Bool) {
    guard !removed.isEmpty, !added.isEmpty else { return }
    var rest: [Schema] = []
    for old in removed {
      if let index = added.firstIndex(where: { isSame(old, $0) }) {
        matched.append((old, added.remove(at: index)))
      } else {
        rest.append(old)
      }
    }
    removed = rest
  }

  /// The value that an explicit mapping gives to an alternative.
  private static func value(of target: Schema, _ discriminator: Discriminator?) -> String? {
    discriminator?.mapping.first { $0.target == target.origin }?.value
  }
}
