import OpenAPIDescription
import SourceDocuments

/// Turns recorded edits into findings with verdicts.
struct FindingBuilder {
  private let recorder: Recorder
  private let uses: UseTableBuilder
  private let schemas: (base: SchemaStore, revision: SchemaStore)

  /// - Parameter schemas: The schemas of both descriptions.
  init(_ recorder: Recorder, schemas: (base: SchemaStore, revision: SchemaStore)) {
    self.recorder = recorder
    self.schemas = schemas
    uses = UseTableBuilder(recorder.sites)
  }

  /// - Parameter source: The comparison of the generated Swift; nil when there is none to compare.
  func findings(unhandled: [Edit], source: SourceComparison?) -> [Finding] {
    var drafts = recorder.entries.map { draft($0.edit, $0.sites) }
    drafts += unhandled.map { draft($0, SiteSet()) }
    if let source {
      var attribution = SourceAttribution(drafts, schemas: schemas)
      attribution.attribute(source, uses: UseList(uses.table, []))
      drafts = attribution.drafts
    }
    var findings = drafts.map(\.finding)
    for index in findings.indices {
      findings[index].id = FindingIdentifier.text(of: findings[index])
      findings[index].advice = Advice.text(for: findings[index])
    }
    makeIdentifiersUnique(&findings)
    return findings.enumerated().sorted { left, right in
      if left.element.level != right.element.level { return left.element.level > right.element.level }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func draft(_ edit: Edit, _ sites: SiteSet) -> SourceAttribution.Draft {
    // Where something would stand, or stood, it is not.
    let places = [edit.rule.isOfAddition ? nil : edit.base, edit.rule.isOfRemoval ? nil : edit.revision]
    return SourceAttribution.Draft(
      finding: finding(edit, sites),
      nodes: places.compactMap(\.self) + edit.claims + edit.concerned
    )
  }

  private func finding(_ edit: Edit, _ sites: SiteSet) -> Finding {
    let uses = uses.list(sites)
    // What is gone from where something else stands now is known by where it was.
    let isGone = edit.before != nil && edit.after == nil && !edit.isAtSamePlace
    let subject =
      edit.subject ?? (isGone ? edit.base ?? edit.revision : edit.revision ?? edit.base).map(PlaceName.text)
      ?? ""
    let directions = MessageDirection.allCases.filter { direction in
      uses.contains { $0.direction == direction }
    }
    // What is not known to be used anywhere may be used anywhere.
    let judged = edit.rule == .unhandled ? Set.all : Set(directions)
    func verdict(_ axis: Axis) -> Verdict {
      var verdict = SeverityLaw.verdict(on: axis, of: edit.effects, in: judged)
      if edit.rule == .unhandled, verdict.level > .none { verdict.reason = Reasons.unknownField }
      return verdict
    }
    return Finding(
      id: "",
      rule: edit.rule,
      subject: subject,
      phrase: edit.phrase,
      before: edit.before,
      after: edit.after,
      base: edit.base,
      revision: edit.revision,
      effects: edit.effects,
      uses: uses,
      deployed: verdict(.deployed),
      rollout: verdict(.rollout),
      behaviour: verdict(.behaviour)
    )
  }

  /// Two edits of the same place with the same values, such as two operations without a name of their own.
  private func makeIdentifiersUnique(_ findings: inout [Finding]) {
    var counts: [String: Int] = [:]
    for index in findings.indices {
      let count = counts[findings[index].id, default: 0]
      counts[findings[index].id] = count + 1
      if count > 0 { findings[index].id += "-\(count + 1)" }
    }
  }
}
