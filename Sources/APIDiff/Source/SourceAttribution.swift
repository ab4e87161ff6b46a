import OpenAPIDescription
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
  /// The findings that leave an object without properties, or give it the first one, so that its type is another.
  private var emptied: [SourceNode: Int] = [:]
  private var changes: [[DeclarationChange]]
  private let schemas: (base: SchemaStore, revision: SchemaStore)
  /// What additions and removals lead to, worked out when it is asked for.
  private lazy var addedWith = reachedPlaces(ofRemovals: false)
  private lazy var removedWith = reachedPlaces(ofRemovals: true)
  private lazy var sentWith = reachedPlaces(ofRemovals: false, skipping: Self.received)
  private lazy var noLongerSentWith = reachedPlaces(ofRemovals: true, skipping: Self.received)

  init(_ drafts: [Draft], schemas: (base: SchemaStore, revision: SchemaStore)) {
    self.drafts = drafts
    self.schemas = schemas
    changes = Array(repeating: [], count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      for node in Set(draft.nodes) { register(index, node) }
      noteEmptied(by: index, draft.finding)
    }
  }

  /// Gives every change to its causes, and adds findings for those that have none.
  mutating func attribute(_ comparison: SourceComparison, uses: UseList) {
    var orphans: [String: Int] = [:]
    // What decides on directions may be a change of declarations that has no other cause itself.
    attribute(comparison.changes.filter { $0.aspects != [.direction] }, uses, &orphans)
    attribute(comparison.changes.filter { $0.aspects == [.direction] }, uses, &orphans)
    for index in drafts.indices { drafts[index].finding.judge(changes[index]) }
  }

  /// - Parameter orphans: The findings of changes that have no cause, by what they are gathered under.
  private mutating func attribute(
    _ sourceChanges: [SourceChange],
    _ uses: UseList,
    _ orphans: inout [String: Int]
  ) {
    var found: [(group: String, changes: [SourceChange])] = []
    var groups: [String: Int] = [:]
    for change in sourceChanges {
      let causes = causes(of: change)
      for cause in causes { changes[cause].append(change.declaration) }
      guard causes.isEmpty, change.declaration.matters else { continue }
      if let known = orphans[change.group] {
        changes[known].append(change.declaration)
      } else if let index = groups[change.group] {
        found[index].changes.append(change)
      } else {
        groups[change.group] = found.count
        found.append((change.group, [change]))
      }
    }
    for orphan in found {
      orphans[orphan.group] = drafts.count
      drafts.append(Draft(finding: Finding(causeless: orphan.changes, uses: uses), nodes: []))
      changes.append(orphan.changes.map(\.declaration))
    }
  }

  // MARK: - Causes

  private mutating func causes(of change: SourceChange) -> [Int] {
    if change.aspects == [.direction] { return [causeOfDirection(change)].compactMap(\.self) }
    let own = change.base + change.revision
    let direct = nearest(to: own, change.aspects)
    if !direct.isEmpty { return direct }
    let mentioned = nearest(to: change.mentioned, change.aspects.intersection([.type, .presence]))
    if !mentioned.isEmpty { return mentioned }
    // A list of values that has moved to another schema gives its type another name.
    if change.aspects.contains(.type),
      let cause = change.mentioned.flatMap({ near[$0] ?? [] }).first(where: { isOfValues($0.draft) })
    {
      return [cause.draft]
    }
    for node in own {
      if let cause = around(node, change.aspects) { return [cause] }
    }
    // A schema in a file of its own comes and goes with the first and the last reference to it.
    let cause: Int? =
      switch change.declaration.kind {
      case .added: addedWith.start(forOneOf: change.revision)
      case .removed: removedWith.start(forOneOf: change.base)
      case .renamed, .changed: nil
      }
    if let cause { return [cause] }
    for node in own + change.mentioned {
      if let cause = emptied[node] { return [cause] }
    }
    // What Herald has no rule for may be the cause of anything, where nothing else is.
    let unhandled = own.flatMap { near[$0] ?? [] }.filter { drafts[$0.draft].finding.rule == .unhandled }
    return unhandled.min { $0.distance < $1.distance }.map { [$0.draft] } ?? []
  }

  private func isOfValues(_ draft: Int) -> Bool {
    [.enumerationValueAdded, .enumerationValueRemoved].contains(drafts[draft].finding.rule)
  }

  /// What made values be sent that were only received, or the other way round.
  private mutating func causeOfDirection(_ change: SourceChange) -> Int? {
    let isLost = change.declaration.source.level == .breaks
    if case .changed = change.declaration.kind, change.declaration.before?.hasPrefix("init") != true {
      let cause =
        isLost ? noLongerSentWith.start(forOneOf: change.base) : sentWith.start(forOneOf: change.revision)
      if let cause { return cause }
    }
    // What nothing uses can be set and takes all values, since anything may use it.
    let (added, removed) = (
      addedWith.start(forOneOf: change.revision), removedWith.start(forOneOf: change.base)
    )
    return isLost ? removed ?? added : added ?? removed
  }

  /// What of an operation, or of what it is part of, is received.
  private static let received: Set<String> = ["responses", "callbacks", "webhooks"]

  private func reachedPlaces(ofRemovals: Bool, skipping skipped: Set<String> = []) -> ReachedPlaces {
    let starts = drafts.enumerated().flatMap { index, draft -> [(node: SourceNode, start: Int)] in
      let (finding, rule) = (draft.finding, draft.finding.rule)
      guard rule.leadsElsewhere || (ofRemovals ? rule.isOfRemoval : rule.isOfAddition),
        let node = ofRemovals ? finding.base : finding.revision, !Self.isInside(node, skipped)
      else { return [] }
      // An operation brings along what its path says for all of them.
      let isOperation = rule == .operationAdded || rule == .operationRemoved
      let parameters = isOperation ? node.parent?["parameters"] : nil
      return [node, parameters].compactMap(\.self).map { ($0, index) }
    }
    return ReachedPlaces(
      from: starts,
      in: ofRemovals ? schemas.base : schemas.revision,
      skipping: skipped
    )
  }

  private static func isInside(_ node: SourceNode, _ fields: Set<String>) -> Bool {
    guard !fields.isEmpty else { return false }
    var current: SourceNode? = node
    while let node = current {
      if let key = node.key, fields.contains(key), node.parent?.key != "properties" { return true }
      current = node.parent
    }
    return false
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

  private mutating func noteEmptied(by index: Int, _ finding: Finding) {
    let (full, other) =
      finding.rule == .propertyRemoved
      ? (finding.base, finding.revision)
      : finding.rule == .propertyAdded ? (finding.revision, finding.base) : (nil, nil)
    guard let full, full.parent?.key == "properties", let object = full.parent?.parent, let other,
      (other.key == "properties" ? other : other["properties"])?.members.isEmpty ?? true
    else { return }
    emptied[object] = index
    emptied[other.key == "properties" ? other.parent ?? other : other] = index
  }

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
  /// Whether another schema may stand in the place.
  fileprivate var leadsElsewhere: Bool {
    switch self {
    case .typeChanged, .itemsChanged, .additionalPropertiesChanged, .unionKindChanged, .mediaTypeRenamed,
      .schemaPresenceChanged, .parameterContentChanged, .contentSchemaChanged, .unionMemberRenamed,
      .declarationsChanged:
      true
    default: false
    }
  }

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
