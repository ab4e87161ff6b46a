import APIDiff
import SourceDocuments

/// The report as a changelog entry.
struct MarkdownReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var text: String {
    var lines = ["## \(title)", ""]
    let entries = report.entries
    if entries.isEmpty { lines += ["Nothing that the API promises has changed.", ""] }
    for level in Level.allCases.reversed() {
      let found = entries.filter { $0.level == level }
      guard !found.isEmpty else { continue }
      lines += ["### \(Self.heading(of: level))", ""]
      for entry in found { lines += self.lines(of: entry) }
      lines.append("")
    }
    let counts = report.remainingCounts.map { "\($0.count) \($0.reason.title)" }
    if !counts.isEmpty { lines += ["Besides, in the text alone: \(counts.joined(separator: ", ")).", ""] }
    if let limitation = report.limitation { lines += [limitation + ".", ""] }
    return lines.joined(separator: "\n")
  }

  private var title: String {
    let (old, new) = (report.base.version, report.revision.version)
    let name = Self.escaped(report.revision.title)
    return old == new ? "\(name) \(Self.escaped(new))" : "\(name) \(Self.escaped(old)) → \(Self.escaped(new))"
  }

  private static func heading(of level: Level) -> String {
    switch level {
    case .breaks: "Breaking"
    case .mayBreak: "Possibly breaking"
    case .additive: "Changed"
    case .none: "Without effect on messages"
    }
  }

  private func lines(of entry: ReportEntry) -> [String] {
    let subject = Self.code(entry.finding.subject)
    let change = entry.change.map { ": " + Self.code($0) } ?? ""
    var lines = ["- \(subject) \(Self.escaped(entry.finding.phrase))\(change)"]
    for (axis, verdict) in entry.verdicts where verdict.level >= .mayBreak {
      lines.append("  - \(axis.title): \(verdict.level.title.lowercased()): \(Self.escaped(verdict.reason))")
    }
    if entry.level >= .mayBreak, let advice = entry.finding.advice {
      lines.append("  - What to do: \(Self.escaped(advice))")
    }
    if let uses = entry.useText(limit: 6) { lines.append("  - Used by \(Self.escaped(uses))") }
    if let reason = entry.acceptance { lines.append("  - Accepted: \(Self.escaped(reason))") }
    lines.append("  <!-- \(entry.rule) \(entry.id) -->")
    return lines
  }

  /// Text in which nothing is markup, on one line.
  static func escaped(_ text: String) -> String {
    let special: Set<Character> = [
      "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "!", "~", "&",
    ]
    return TerminalText.escaped(text).reduce(into: "") { result, character in
      if special.contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// Text as code, which may hold backticks itself (CommonMark 0.31 §6.1).
  static func code(_ text: String) -> String {
    let text = TerminalText.escaped(text)
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + text + space + fence
  }
}
