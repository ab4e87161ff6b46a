import APIDiff
import SourceDocuments

/// A finding, said in the words that all formats share.
struct ReportEntry {
  /// A position in one of the documents.
  struct Place {
    var file: String
    var line: Int
    var column: Int
    var pointer: String

    var text: String { "\(file):\(line):\(column)" }
  }

  /// An operation with its parts that are concerned.
  struct UseGroup {
    var operation: String
    var places: [String]

    var text: String {
      let name = ShortText.of(operation)
      return places == ["operation"] ? name : "\(name) (\(ShortText.of(places.joined(separator: ", "))))"
    }
  }

  /// What the uses of a finding come down to; findings of one schema share it.
  struct UseSummary {
    var tags: [String]
    /// The uses by operation, in the order of the document.
    var groups: [UseGroup]
  }

  let finding: Finding
  let summary: UseSummary
  /// Why it is accepted; nil when it is not.
  let acceptance: String?

  var id: String { finding.id }
  var rule: String { finding.rule.rawValue }
  var title: String { "\(subject) \(phrase)" }
  var subject: String { ShortText.of(finding.subject) }
  var phrase: String { ShortText.of(finding.phrase) }
  var level: Level { finding.level }
  var base: Place? { finding.base.map(Self.place) }
  var revision: Place? { finding.revision.map(Self.place) }

  /// `before → after`; nil when there are no values.
  var change: String? {
    switch (finding.before.map { ShortText.of($0) }, finding.after.map { ShortText.of($0) }) {
    case (nil, nil): nil
    case (let before?, nil): before + " → none"
    case (nil, let after?): "none → " + after
    case (let before?, let after?): before + " → " + after
    }
  }

  /// The verdicts that say something, in the order of the axes.
  var verdicts: [(axis: Axis, verdict: Verdict)] {
    Axis.allCases.compactMap { axis in
      finding.verdict(on: axis).flatMap { $0.level == .none ? nil : (axis, $0) }
    }
  }

  /// What becomes of the generated Swift, the gravest first.
  var declarationGroups: [DeclarationGroup] { DeclarationGroup.groups(of: finding.declarations) }

  var tags: [String] { summary.tags }
  var useGroups: [UseGroup] { summary.groups }

  /// The first uses and how many more there are; nil when the title says it all.
  func useText(limit: Int) -> String? {
    let groups = useGroups
    guard !groups.isEmpty else {
      return finding.effects.isEmpty || finding.rule == .unhandled ? nil : "nothing that is sent or received"
    }
    if groups.count == 1, title.contains(groups[0].operation),
      groups[0].places.allSatisfy({ $0 == "operation" || title.contains($0) })
    {
      return nil
    }
    let shown = groups.prefix(limit).map { group in
      group.places.allSatisfy(title.contains) ? ShortText.of(group.operation) : group.text
    }.joined(separator: ", ")
    return groups.count > limit ? "\(shown), \(groups.count - limit) more" : shown
  }

  private static func place(_ node: SourceNode) -> Place {
    let location = node.bestLocation
    return Place(
      file: location.file.path,
      line: location.line,
      column: location.column,
      pointer: node.pointer
    )
  }
}

extension ReportEntry.UseSummary {
  init(_ uses: UseList) {
    var seen: Set<String> = []
    tags = uses.flatMap(\.tags).filter { seen.insert($0).inserted }
    groups = []
    var indexes: [String: Int] = [:]
    for use in uses {
      if let index = indexes[use.operation] {
        if !groups[index].places.contains(use.place) { groups[index].places.append(use.place) }
      } else {
        indexes[use.operation] = groups.count
        groups.append(ReportEntry.UseGroup(operation: use.operation, places: [use.place]))
      }
    }
  }
}

extension DiffReport {
  var entries: [ReportEntry] {
    var summaries: [UseList: ReportEntry.UseSummary] = [:]
    return difference.findings.map { finding in
      let summary = summaries[finding.uses] ?? ReportEntry.UseSummary(finding.uses)
      summaries[finding.uses] = summary
      return ReportEntry(finding: finding, summary: summary, acceptance: accepted[finding.id])
    }
  }

  /// `3 break, 1 may break`; nil when the axis was not judged.
  func summary(of axis: Axis) -> String? {
    guard let breaks = difference.count(of: .breaks, on: axis),
      let mayBreak = difference.count(of: .mayBreak, on: axis)
    else { return nil }
    var parts: [String] = []
    if breaks > 0 { parts.append("\(breaks) \(breaks == 1 ? "breaks" : "break")") }
    if mayBreak > 0 { parts.append("\(mayBreak) may break") }
    return parts.isEmpty ? "nothing breaks" : parts.joined(separator: ", ")
  }

  /// `4 changes from 9 edits of the text`.
  var headline: String {
    let count = difference.findings.count
    let changes = count == 0 ? "No change of the contract" : "\(count) \(count == 1 ? "change" : "changes")"
    guard let edits = difference.editCount else { return changes }
    return "\(changes) from \(edits) \(edits == 1 ? "edit" : "edits") of the text"
  }

  /// How many differences are no findings, by reason.
  var remainingCounts: [(reason: RemainingEdit.Reason, count: Int)] {
    RemainingEdit.Reason.allCases.compactMap { reason in
      let count = difference.remaining.count { $0.reason == reason }
      return count == 0 ? nil : (reason, count)
    }
  }
}

extension Axis {
  var title: String {
    switch self {
    case .source: "Swift source"
    case .deployed: "Deployed clients"
    case .rollout: "Rollout order"
    case .behaviour: "Behaviour"
    }
  }
}

extension Level {
  var title: String {
    switch self {
    case .none: "No effect"
    case .additive: "Additive"
    case .mayBreak: "May break"
    case .breaks: "Breaks"
    }
  }
}

extension RemainingEdit.Reason {
  var title: String {
    switch self {
    case .documentation: "documentation"
    case .extensionField: "extensions"
    case .sameMeaning: "written differently"
    case .unused: "not used by any operation"
    }
  }
}
