import SourceDocuments

/// Finds for each change of a declaration the edit of the description that is its cause.
///
/// A change and its cause stand in the same place of the description, or the cause stands around it: a parameter
/// that is no longer there because its operation is not. What has no such cause is a finding of its own.
struct SourceAttribution {
  /// A finding with all the places of the description that it is about.
  struct Draft {
    var finding: Finding
    var nodes: [SourceNode]
  }

  private(set) var drafts: [Draft]
  /// The findings at a place and at what belongs to it, with how far inside they are.
  private var near: [SourceNode: [(draft: Int, distance: Int)]] = [:]
  private var changes: [[DeclarationChange]]

  init(_ drafts: [Draft]) {
    self.drafts = drafts
    changes = Array(repeating: [], count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      for node in Set(draft.nodes) { register(index, node) }
    }
  }

  /// Gives every change to its causes, and adds findings for those that have none.
  mutating func attribute(_ comparison: SourceComparison, uses: UseList) {
    var orphans: [(group: String, changes: [SourceChange])] = []
    var groups: [String: Int] = [:]
    for change in comparison.changes {
      let causes = causes(of: change)
      for cause in causes { changes[cause].append(change.declaration) }
      guard causes.isEmpty, change.declaration.matters else { continue }
      if let index = groups[change.group] {
        orphans[index].changes.append(change)
      } else {
        groups[change.group] = orphans.count
        orphans.append((change.group, [change]))
      }
    }
    for index in drafts.indices { drafts[index].finding.judge(changes[index]) }
    for orphan in orphans {
      var finding = Finding(causeless: orphan.changes, uses: uses)
      finding.judge(orphan.changes.map(\.declaration))
      drafts.append(Draft(finding: finding, nodes: []))
    }
  }

  // MARK: - Causes

  private func causes(of change: SourceChange) -> [Int] {
    let own = change.base + change.revision
    let direct = nearest(to: own, change.aspects)
    if !direct.isEmpty { return direct }
    let mentioned = nearest(to: change.mentioned, change.aspects.intersection([.type, .presence]))
    if !mentioned.isEmpty { return mentioned }
    for node in own {
      if let cause = around(node, change.aspects) { return [cause] }
    }
    return []
  }

  /// For each aspect the finding that is closest.
  private func nearest(to nodes: [SourceNode], _ aspects: Set<SourceAspect>) -> [Int] {
    let found = nodes.flatMap { near[$0] ?? [] }
    guard !found.isEmpty else { return [] }
    var causes: Set<Int> = []
    for aspect in aspects {
      let able = found.filter { drafts[$0.draft].finding.rule.sourceAspects.contains(aspect) }
      if let closest = able.min(by: { ($0.distance, $0.draft) < ($1.distance, $1.draft) }) {
        causes.insert(closest.draft)
      }
    }
    return causes.sorted()
  }

  /// What something was added, removed or renamed with.
  private func around(_ node: SourceNode, _ aspects: Set<SourceAspect>) -> Int? {
    var current = node.parent
    while let node = current {
      for (draft, distance) in near[node] ?? [] {
        let rule = drafts[draft].finding.rule
        if distance == 0, rule.isOfAddition || rule.isOfRemoval { return draft }
        if distance <= 1, aspects.contains(.name), rule.isOfName { return draft }
      }
      current = node.parent
    }
    return nil
  }

  // MARK: - Places

  /// Objects of the description that have declarations of their own: what is inside is not about what is around.
  private static let boundaries: Set<String> = [
    "properties", "patternProperties", "parameters", "responses", "requestBodies", "paths", "schemas",
    "definitions", "$defs", "callbacks", "webhooks", "headers", "securitySchemes", "securityDefinitions",
    "servers",
  ]

  private mutating func register(_ index: Int, _ node: SourceNode) {
    var current: SourceNode? = node
    var distance = 0
    while let node = current, distance < 12 {
      near[node, default: []].append((index, distance))
      if node.key == "requestBody" { return }
      guard let parent = node.parent, parent.key.map({ !Self.boundaries.contains($0) }) ?? true else {
        return
      }
      current = parent
      distance += 1
    }
  }
}

extension Rule {
  var isOfRemoval: Bool { rawValue.hasSuffix("-removed") }

  /// Whether it gives another name to what is around the place.
  fileprivate var isOfName: Bool {
    switch self {
    case .operationIDChanged, .schemaRenamed, .operationMoved, .operationTagsChanged: true
    default: false
    }
  }
}

extension DeclarationChange {
  /// Whether it says anything to anybody.
  fileprivate var matters: Bool { source.level > .none || behaviour.level > .none }
}

extension Finding {
  /// Takes the verdicts of declarations.
  fileprivate mutating func judge(_ changes: [DeclarationChange]) {
    let ordered = changes.filter(\.matters).enumerated().sorted { left, right in
      let levels = (
        max(left.element.source.level, left.element.behaviour.level),
        max(right.element.source.level, right.element.behaviour.level)
      )
      return levels.0 == levels.1 ? left.offset < right.offset : levels.0 > levels.1
    }
    declarations = ordered.map(\.element)
    source = declarations.map(\.source).max { $0.level < $1.level } ?? Verdict.none
    let rare = Set(declarations.flatMap(\.rareBreaks))
    if source?.level == .additive, !rare.isEmpty { source?.reason = SourceReasons.additive(but: rare) }
    if let gravest = declarations.map(\.behaviour).max(by: { $0.level < $1.level }),
      gravest.level > behaviour.level
    {
      behaviour = gravest
    }
  }

  /// A finding of declarations that no edit of what is sent or received is the cause of.
  fileprivate init(causeless changes: [SourceChange], uses: UseList) {
    let aspects = changes.reduce(into: Set<SourceAspect>()) { $0.formUnion($1.aspects) }
    let first = changes[0]
    let names = changes.map { $0.declaration.declaration.prefix { $0 != "(" }.split(separator: ".") }
    let shared = names.dropFirst().reduce(names[0]) { shared, name in
      Array(zip(shared, name).prefix { $0 == $1 }.map(\.0))
    }
    let name = (shared.isEmpty ? names[0] : shared).joined(separator: ".")
    let isModule = first.group == SourceComparison.moduleGroup
    let isRenaming = changes.allSatisfy { $0.declaration.kind == .renamed }
    let subject = isModule ? "module \(name)" : name
    let isGrowth = changes.allSatisfy { $0.declaration.kind == .added }
    let isNew = isGrowth && changes.contains { $0.declaration.declaration == name }
    self.init(
      id: "",
      rule: isModule
        ? .moduleRenamed
        : isRenaming
          ? .declarationsRenamed : aspects == [.order] ? .declarationsReordered : .declarationsChanged,
      subject: subject,
      phrase: isRenaming
        ? "has another name in Swift"
        : aspects == [.order]
          ? "takes its arguments in another order"
          : isNew
            ? "is new in Swift" : isGrowth ? "has more members in Swift" : "is declared differently in Swift",
      base: first.base.first,
      revision: first.revision.first,
      effects: [],
      uses: uses,
      deployed: .none,
      rollout: .none,
      behaviour: .none
    )
    if isModule {
      before = first.declaration.before
      after = first.declaration.after
    }
  }
}
