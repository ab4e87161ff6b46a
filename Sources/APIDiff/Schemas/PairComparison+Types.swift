import OpenAPIDescription
import SourceDocuments

extension PairComparison {
  /// Compares the types; false when they have nothing in common, so that nothing else is worth comparing.
  mutating func compareTypes() -> Bool {
    if base.isNothing || revision.isNothing {
      guard base.isNothing != revision.isNothing else { return false }
      let effect = Effect(base.isNothing ? .widens : .narrows, .type)
      recordTypes(revision.isNothing ? "accepts nothing any more" : "accepts values now", [effect])
      return false
    }
    let (old, new) = (comparable(base.types), comparable(revision.types))
    if base.types == .any || revision.types == .any {
      if old != new {
        recordTypes(changePhrase, [Effect(old.isSuperset(of: new) ? .narrows : .widens, .type)])
      }
      return true
    }
    compareNull()
    let (oldRest, newRest) = (old.subtracting(.null), new.subtracting(.null))
    guard oldRest != newRest else { return true }
    if oldRest.isDisjoint(with: newRest) {
      guard !oldRest.isEmpty, !newRest.isEmpty else {
        recordTypes(changePhrase, [Effect(oldRest.isEmpty ? .widens : .narrows, .type)])
        return false
      }
      recordTypes(changePhrase, [Effect(.shifts, .type)], isWhole: true)
      return false
    }
    let change: Effect.Change =
      oldRest.isSuperset(of: newRest) ? .narrows : newRest.isSuperset(of: oldRest) ? .widens : .shifts
    recordTypes(changePhrase, [Effect(change, .type)])
    return true
  }

  /// Compares a list with a single value where lists repeat their name: `?id=1` is a list of one. False when
  /// that settles the pair.
  mutating func compareListWithScalar() -> Bool {
    guard pair.isRepeatable, base.unions.isEmpty, revision.unions.isEmpty else { return true }
    let (old, new) = (base.types.subtracting(.null), revision.types.subtracting(.null))
    guard !old.isEmpty, !new.isEmpty else { return true }
    if old.isSubset(of: .scalars), new == .array, !revision.items.isEmpty {
      recordTypes("became a list", [Effect(.widens, .type)])
      compareChildren(pair.base, revision.items)
      return false
    }
    if new.isSubset(of: .scalars), old == .array, !base.items.isEmpty {
      recordTypes("is no list any more", [Effect(.narrows, .type)])
      compareChildren(base.items, pair.revision)
      return false
    }
    return true
  }

  private var changePhrase: String { "changed its type" }

  private mutating func recordTypes(_ phrase: String, _ effects: [Effect], isWhole: Bool = false) {
    let nodes = (base.typesNode ?? base.node, revision.typesNode ?? revision.node)
    var edit = Edit(
      .typeChanged,
      phrase,
      before: description(base),
      after: description(revision),
      base: nodes.0,
      revision: nodes.1,
      claims: [base.typesNode, revision.typesNode, base.format?.node, revision.format?.node],
      effects: effects
    )
    if isWhole {
      edit.claims += (base.parts + revision.parts).filter { $0.reference == nil }.map(\.origin)
      edit.claims += (pair.base + pair.revision).map(\.origin)
    }
    record(edit)
  }

  private func description(_ flat: FlatSchema) -> String {
    if flat.isNothing { return "nothing" }
    return flat.types.text + (flat.format.map { " (\($0.value))" } ?? "")
  }

  /// Numbers and booleans written as text are strings, too.
  private func comparable(_ types: TypeSet) -> TypeSet {
    pair.isText && types.contains(.string) ? types.union(.scalars) : types
  }

  private mutating func compareNull() {
    guard base.allowsNull != revision.allowsNull else { return }
    let nodes = (
      base.node(of: "nullable") ?? base.typesNode, revision.node(of: "nullable") ?? revision.typesNode
    )
    if revision.allowsNull {
      record(.becameNullable, "may be null now", nil, nil, at: nodes, [Effect(.widens, .null)])
    } else {
      record(.becameNotNullable, "may not be null any more", nil, nil, at: nodes, [Effect(.narrows, .null)])
    }
  }

  /// Marks and defaults, which hold for every type.
  mutating func compareAnnotations() {
    if base.isDeprecated != revision.isDeprecated {
      let phrase = revision.isDeprecated ? "is deprecated now" : "is no longer deprecated"
      record(
        .schemaDeprecationChanged,
        phrase,
        nil,
        nil,
        at: (base.node(of: "deprecated"), revision.node(of: "deprecated")),
        []
      )
    }
    let (old, new) = (base.defaultValue, revision.defaultValue)
    guard old?.value != new?.value else { return }
    // Only the receiver of a request fills in what is left out.
    let change: Effect.Change = old == nil ? .widens : .shifts
    let phrase =
      old == nil ? "has a default now" : new == nil ? "has no default any more" : "changed its default"
    record(
      .defaultChanged,
      phrase,
      old?.value,
      new?.value,
      at: (old?.node, new?.node),
      [Effect(change, .meaning, in: [.sent])]
    )
  }
}
