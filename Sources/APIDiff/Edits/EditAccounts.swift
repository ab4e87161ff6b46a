import OpenAPIDescription
import SourceDocuments

/// Accounts for every place where the texts differ: by a finding, by a reason, or as unhandled.
struct EditAccounts: Sendable {
  private(set) var unhandled: [Edit] = []
  private(set) var remaining: [RemainingEdit] = []
  /// Nil when the texts are written in dialects that cannot be compared place by place.
  private(set) var editCount: Int?
  /// Nodes that findings account for, and all that they stand in.
  private var claimed: Set<SourceNode> = []
  private var above: Set<SourceNode> = []

  init(_ context: ComparisonContext) {
    let (base, revision) = (context.base.origin, context.revision.origin)
    let isSwagger = base["swagger"] != nil
    let isSameDialect = isSwagger == (revision["swagger"] != nil)
    for entry in context.recorder.entries { claim(entry.edit.claims) }
    var walk = TextWalk(context.matches, context.unchanged)
    if isSameDialect { walk.walk(base, revision, isSwagger ? .swagger : .openAPI) }
    let holders = isSameDialect ? [] : DialectObjects.valueHolders(in: isSwagger ? base : revision)
    // What is written at its own place as it was is no other text for being compared to something else as well.
    for match in context.schemaMatches where !context.unchanged.holdAlike(match.base) {
      if Self.isInside(isSwagger ? match.base : match.revision, holders) { continue }
      walk.walk(match.base, match.revision, .schema)
    }
    var dialects = DialectWalk(context.matches)
    if !isSameDialect { dialects.walk(base, revision) }
    for edit in walk.edits + dialects.edits where !isClaimed(edit) { account(for: edit, context) }
    guard isSameDialect else {
      // All references, and most of what has a rule, are written differently.
      remaining.removeAll { $0.reason == .sameMeaning || $0.reason == .unused }
      return
    }
    editCount = walk.edits.count
  }

  private static func isInside(_ node: SourceNode, _ holders: Set<SourceNode>) -> Bool {
    guard !holders.isEmpty else { return false }
    var current: SourceNode? = node
    while let node = current {
      if holders.contains(node) { return true }
      current = node.parent
    }
    return false
  }

  private mutating func claim(_ nodes: [SourceNode]) {
    for node in nodes where claimed.insert(node).inserted {
      var current = node
      while let parent = current.parent, above.insert(parent).inserted { current = parent }
    }
  }

  private func isClaimed(_ edit: TextEdit) -> Bool {
    [edit.base, edit.revision].contains { node in
      guard let node else { return false }
      if above.contains(node) || claimed.contains(node) { return true }
      var current = node
      while let parent = current.parent {
        if claimed.contains(parent) { return true }
        current = parent
      }
      return false
    }
  }

  private mutating func account(for edit: TextEdit, _ context: ComparisonContext) {
    switch edit.field {
    case .extensionField:
      add(edit, .extensionField)
    case .claimed(.waived(let reason), _):
      add(edit, .documentation, reason)
    case .claimed(.compared, _):
      let isReached = isReached(edit.owners.base, context) || isReached(edit.owners.revision, context)
      add(edit, isReached ? .sameMeaning : .unused)
    case .claimed(.unhandled, let name), .unknown(let name, _):
      unhandled.append(Self.unhandledEdit(edit, name))
    }
  }

  /// A reference is reached with what it stands in: in a list or map, two or three levels up.
  private func isReached(_ owner: SourceNode, _ context: ComparisonContext) -> Bool {
    if context.isReached(owner) { return true }
    guard owner["$ref"] != nil else { return false }
    var current = owner
    for _ in 0..<3 {
      guard let parent = current.parent else { return false }
      if context.isReached(parent) { return true }
      current = parent
    }
    return false
  }

  private mutating func add(_ edit: TextEdit, _ reason: RemainingEdit.Reason, _ explanation: String? = nil) {
    remaining.append(
      RemainingEdit(reason: reason, explanation: explanation, base: edit.base, revision: edit.revision)
    )
  }

  private static func unhandledEdit(_ edit: TextEdit, _ name: String) -> Edit {
    let phrase =
      edit.base == nil
      ? "has '\(name)' now" : edit.revision == nil ? "has no '\(name)' any more" : "changed '\(name)'"
    return Edit(
      .unhandled,
      phrase + ", which Herald has no rule for",
      subject: PlaceName.text(edit.revision == nil ? edit.owners.base : edit.owners.revision),
      before: edit.base.map { excerpt($0) },
      after: edit.revision.map { excerpt($0) },
      base: edit.base ?? edit.owners.base,
      revision: edit.revision ?? edit.owners.revision,
      effects: [Effect(.undecided, .type)]
    )
  }

  private static func excerpt(_ node: SourceNode) -> String {
    let text = CanonicalValue.text(node)
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}
