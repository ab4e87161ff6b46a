import OpenAPIDescription
import SourceDocuments

/// Turns recorded edits into findings with verdicts.
struct FindingBuilder {
  private let context: ComparisonContext
  private let uses: UseTableBuilder

  init(_ context: ComparisonContext) {
    self.context = context
    uses = UseTableBuilder(context.recorder.sites)
  }

  func findings(unhandled: [Edit]) -> [Finding] {
    var findings = context.recorder.entries.map { finding($0.edit, $0.sites) }
    findings += unhandled.map { finding($0, SiteSet()) }
    makeIdentifiersUnique(&findings)
    return findings.enumerated().sorted { left, right in
      if left.element.level != right.element.level { return left.element.level > right.element.level }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func finding(_ edit: Edit, _ sites: SiteSet) -> Finding {
    let uses = uses.list(sites)
    let subject = edit.subject ?? (edit.revision ?? edit.base).map(PlaceName.text) ?? ""
    let directions = MessageDirection.allCases.filter { direction in
      uses.contains { $0.direction == direction }
    }
    // What is not known to be used anywhere may be used anywhere.
    let judged = edit.rule == .unhandled ? Set.all : Set(directions)
    func verdict(_ axis: Axis) -> Verdict { SeverityLaw.verdict(on: axis, of: edit.effects, in: judged) }
    var finding = Finding(
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
    finding.id = FindingIdentifier.text(of: finding)
    finding.advice = Advice.text(for: finding)
    return finding
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
