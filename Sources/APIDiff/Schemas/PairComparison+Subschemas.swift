import OpenAPIDescription
import SourceDocuments

extension PairComparison {
  mutating func compareArrays() {
    compareSchemas(.itemsChanged, "items", base.items, revision.items, facet: .type)
    comparePrefixItems()
    compareSchemas(.containsChanged, "contains", base.contains, revision.contains, facet: .limits)
    compareCounts(
      .containsChanged,
      "minContains",
      base.count("minContains"),
      revision.count("minContains"),
      isUpper: false
    )
    compareCounts(
      .containsChanged,
      "maxContains",
      base.count("maxContains"),
      revision.count("maxContains"),
      isUpper: true
    )
    compareSchemas(
      .unevaluatedItemsChanged,
      "unevaluatedItems",
      base.unevaluatedItems,
      revision.unevaluatedItems,
      facet: .limits
    )
    compareCounts(.minItemsChanged, "minItems", base.minItems, revision.minItems, isUpper: false)
    compareCounts(.maxItemsChanged, "maxItems", base.maxItems, revision.maxItems, isUpper: true)
    if (base.uniqueItems == nil) != (revision.uniqueItems == nil) {
      record(
        .uniqueItemsChanged,
        revision.uniqueItems == nil ? "may repeat items now" : "may not repeat items any more",
        nil,
        nil,
        at: (base.uniqueItems?.node, revision.uniqueItems?.node),
        [Effect(revision.uniqueItems == nil ? .widens : .narrows, .limits)]
      )
    }
  }

  mutating func compareNegations() {
    compareSchemas(.notChanged, "not", base.negations, revision.negations, facet: .limits, isNegated: true)
  }

  /// Compares keywords that hold a schema; absent is the same as one that accepts everything.
  mutating func compareSchemas(
    _ rule: Rule,
    _ keyword: String,
    _ old: [Schema],
    _ new: [Schema],
    facet: Facet,
    isNegated: Bool = false
  ) {
    let before = old.filter { !isAnything($0, store: comparison.baseFlattening) || isNegated }
    let after = new.filter { !isAnything($0, store: comparison.revisionFlattening) || isNegated }
    let (wasFalse, isFalse) = (
      before.contains { $0.boolean == false }, after.contains { $0.boolean == false }
    )
    if wasFalse, isFalse { return }
    if !wasFalse, !isFalse, !before.isEmpty, !after.isEmpty {
      compareChildren(before, after, isNegated: isNegated)
      return
    }
    guard !before.isEmpty || !after.isEmpty else { return }
    let narrows = isFalse || (!wasFalse && before.isEmpty)
    record(
      rule,
      phrase(keyword, old: before, new: after),
      description(before, wasWritten: !old.isEmpty),
      description(after, wasWritten: !new.isEmpty),
      at: (old.first?.origin ?? base.node, new.first?.origin ?? revision.node),
      [Effect(narrows ? .narrows : .widens, facet)]
    )
  }

  private func phrase(_ keyword: String, old: [Schema], new: [Schema]) -> String {
    switch keyword {
    case "additionalProperties" where new.contains { $0.boolean == false },
      "unevaluatedProperties" where new.contains { $0.boolean == false }:
      "accepts no further members any more"
    case "additionalProperties" where old.contains { $0.boolean == false },
      "unevaluatedProperties" where old.contains { $0.boolean == false }:
      "accepts further members now"
    default:
      old.isEmpty
        ? "has '\(keyword)' now" : new.isEmpty ? "has no '\(keyword)' any more" : "changed '\(keyword)'"
    }
  }

  private func description(_ schemas: [Schema], wasWritten: Bool) -> String? {
    guard let first = schemas.first else { return wasWritten ? "anything" : nil }
    if first.boolean == false { return "false" }
    return first.componentName ?? TypeSet(first.types).text
  }

  private func isAnything(_ schema: Schema, store: SchemaFlattening) -> Bool {
    if let boolean = schema.boolean { return boolean }
    return schema.origin.kind == .object && schema.origin.members.isEmpty
  }

  /// Positions beyond the list are described by `items`.
  private mutating func comparePrefixItems() {
    for index in 0..<max(base.prefixItems.count, revision.prefixItems.count) {
      let old = index < base.prefixItems.count ? base.prefixItems[index] : nil
      let new = index < revision.prefixItems.count ? revision.prefixItems[index] : nil
      if let old, let new {
        compareChildren(old, new)
      } else if let old {
        record(
          .prefixItemRemoved,
          "no longer describes its item \(index)",
          String(index),
          nil,
          at: (old.first?.origin, revision.node),
          [Effect(revision.items.isEmpty ? .widens : .shifts, .type)]
        )
      } else if let new {
        record(
          .prefixItemAdded,
          "describes its item \(index) now",
          nil,
          String(index),
          at: (base.node, new.first?.origin),
          [Effect(base.items.isEmpty ? .narrows : .shifts, .type)]
        )
      }
    }
  }

  /// Compares keywords whose schemas are not read: that they came, went or changed is all that is known.
  mutating func compareUnread() {
    for (rule, keyword) in [
      (Rule.dependentSchemasChanged, "dependentSchemas"), (.contentSchemaChanged, "contentSchema"),
    ] {
      let (old, new) = (base.node(of: keyword), revision.node(of: keyword))
      if let old, let new, CanonicalValue.isEqual(old, new) { continue }
      guard old != nil || new != nil else { continue }
      record(
        rule,
        phrase(keyword, old == nil, new == nil),
        nil,
        nil,
        at: (old, new),
        [Effect(old == nil ? .narrows : new == nil ? .widens : .undecided, .limits)]
      )
    }
  }

  /// What holds under a condition is compared; a condition that changed cannot be decided.
  mutating func compareConditions() {
    for index in 0..<max(base.conditions.count, revision.conditions.count) {
      let old = index < base.conditions.count ? base.conditions[index] : nil
      let new = index < revision.conditions.count ? revision.conditions[index] : nil
      guard let old, let new else {
        record(
          .conditionChanged,
          old == nil ? "has a condition now" : "has no condition any more",
          nil,
          nil,
          at: (old?.ifSchema?.origin ?? base.node, new?.ifSchema?.origin ?? revision.node),
          [Effect(old == nil ? .narrows : .widens, .limits)]
        )
        claimConditions(old, new)
        continue
      }
      compareCondition(old, new)
    }
  }

  private mutating func compareCondition(_ old: Schema, _ new: Schema) {
    if let first = old.ifSchema, let second = new.ifSchema,
      !CanonicalValue.isEqual(first.origin, second.origin)
    {
      record(
        .conditionChanged,
        "changed its condition",
        nil,
        nil,
        at: (first.origin, second.origin),
        [Effect(.undecided, .limits)]
      )
    }
    for (keyword, first, second) in [
      ("then", old.thenSchema, new.thenSchema), ("else", old.elseSchema, new.elseSchema),
    ] {
      if let first, let second {
        compareChildren([first], [second])
      } else if first != nil || second != nil {
        record(
          .conditionChanged,
          second == nil ? "has no '\(keyword)' any more" : "has '\(keyword)' now",
          first == nil ? nil : keyword,
          second == nil ? nil : keyword,
          at: (first?.origin ?? base.node, second?.origin ?? revision.node),
          [Effect(second == nil ? .widens : .narrows, .limits)]
        )
      }
    }
  }

  private mutating func claimConditions(_ old: Schema?, _ new: Schema?) {
    let claims = [old, new].flatMap { schema in
      [schema?.ifSchema?.origin, schema?.thenSchema?.origin, schema?.elseSchema?.origin]
    }
    claim(claims.compactMap { $0 })
  }
}
