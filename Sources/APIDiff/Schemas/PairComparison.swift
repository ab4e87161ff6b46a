import OpenAPIDescription
import SourceDocuments

/// Compares the keywords of one pair of schemas, and finds the pairs inside it.
struct PairComparison {
  let comparison: SchemaComparison
  let pair: SchemaPair
  let base: FlatSchema
  let revision: FlatSchema
  private(set) var edits: [Edit] = []
  private(set) var edges: [SchemaPair.Edge] = []

  init(_ pair: SchemaPair, _ comparison: SchemaComparison) {
    self.pair = pair
    self.comparison = comparison
    base = comparison.baseFlat(pair.base)
    revision = comparison.revisionFlat(pair.revision)
  }

  mutating func run() {
    compareAnnotations()
    guard compareListWithScalar(), compareUnionWithPlain() else { return }
    guard compareTypes() else { return }
    compareValues()
    compareNumbers()
    compareTexts()
    compareObjects()
    compareArrays()
    compareUnions()
    compareDiscriminators()
    compareNegations()
    compareConditions()
    compareUnread()
  }

  mutating func compareChildren(
    _ base: [Schema],
    _ revision: [Schema],
    in directions: Set<MessageDirection>? = nil,
    isNegated: Bool = false
  ) {
    guard !base.isEmpty, !revision.isEmpty else { return }
    let target = comparison.pair(
      base,
      revision,
      isNegated: isNegated != pair.isNegated,
      isText: pair.isText
    )
    edges.append(SchemaPair.Edge(target: target, directions: directions))
  }

  mutating func record(_ edit: Edit) {
    var edit = edit
    edit.base = edit.base ?? base.node
    edit.revision = edit.revision ?? revision.node
    if pair.isNegated { edit.effects = edit.effects.map(\.complemented) }
    edits.append(edit)
  }

  /// Accounts for nodes that the last edit explains.
  mutating func claim(_ nodes: [SourceNode]) {
    guard !edits.isEmpty else { return }
    edits[edits.count - 1].claims += nodes
  }

  /// Records that a keyword has another value; the nodes are those of the keyword where it is written.
  mutating func record(
    _ rule: Rule,
    _ phrase: String,
    _ before: String?,
    _ after: String?,
    at nodes: (base: SourceNode?, revision: SourceNode?),
    _ effects: [Effect]
  ) {
    record(
      Edit(
        rule,
        phrase,
        before: before,
        after: after,
        base: nodes.base,
        revision: nodes.revision,
        claims: [nodes.base, nodes.revision],
        effects: effects
      )
    )
  }
}
