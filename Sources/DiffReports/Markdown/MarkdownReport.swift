import APIDiff
import SourceDocuments

/// The report as a changelog entry (https://keepachangelog.com/en/1.1.0), for people who use the SDK.
struct MarkdownReport {
  /// How many declarations and uses an item lists.
  private static let shown = 6

  private let report: DiffReport
  private let heading: String?

  /// - Parameter heading: What stands in place of the title and versions of the API.
  init(_ report: DiffReport, heading: String? = nil) {
    self.report = report
    self.heading = heading
  }

  var text: String {
    var lines = ["## \(heading ?? title)", ""]
    if let summary { lines += [summary, ""] }
    let entries = report.entries
    if entries.isEmpty { lines += ["Nothing that the API promises has changed.", ""] }
    for section in Section.allCases {
      let found = entries.filter { Section(of: $0.finding.rule) == section }
      guard !found.isEmpty else { continue }
      lines += ["### \(section.rawValue)", ""]
      for entry in found { lines += self.lines(of: entry) }
      lines.append("")
    }
    let counts = report.remainingCounts.map { "\($0.count) \($0.reason.title)" }
    if !counts.isEmpty { lines += ["Besides, in the text alone: \(counts.joined(separator: ", ")).", ""] }
    return lines.joined(separator: "\n")
  }

  /// The headings of Keep a Changelog that a description can give cause to.
  private enum Section: String, CaseIterable {
    case changed = "Changed"
    case added = "Added"
    case removed = "Removed"
    case deprecated = "Deprecated"

    init(of rule: Rule) {
      let words = rule.rawValue.split(separator: "-")
      self =
        words.last == "added"
        ? .added : words.last == "removed" ? .removed : words.contains("deprecation") ? .deprecated : .changed
    }
  }

  private var title: String {
    let (old, new) = (report.base.version, report.revision.version)
    let name = Self.escaped(report.revision.title)
    return old == new ? "\(name) \(Self.escaped(new))" : "\(name) \(Self.escaped(old)) → \(Self.escaped(new))"
  }

  /// What a reader wants to know first.
  private var summary: String? {
    guard let breaks = report.difference.count(of: .breaks, on: .source) else { return nil }
    let released = report.difference.count(of: .breaks, on: .deployed) ?? 0
    let source =
      breaks == 0
      ? "Code that compiled with the version before compiles with this one."
      : "**\(breaks) \(breaks == 1 ? "change breaks" : "changes break") code** that compiled with the version before."
    let clients =
      released == 0
      ? ""
      : " \(released) \(released == 1 ? "change stops" : "changes stop") released versions from working once the server changes."
    return source + clients
  }

  private func lines(of entry: ReportEntry) -> [String] {
    let subject = Self.code(entry.subject)
    let change = entry.change.map { ": " + Self.code($0) } ?? ""
    let mark =
      switch entry.level {
      case .breaks: "**Breaking:** "
      case .mayBreak: "**Possibly breaking:** "
      case .additive, .none: ""
      }
    var lines = ["- \(mark)\(subject) \(Self.escaped(entry.phrase))\(change)"]
    for (axis, verdict) in entry.verdicts where verdict.level >= .mayBreak {
      lines.append("  - \(axis.title): \(verdict.level.title.lowercased()): \(Self.escaped(verdict.reason))")
    }
    let groups = entry.declarationGroups
    for group in groups.prefix(Self.shown) {
      let detail = group.detail.isEmpty ? "" : ": " + Self.code(group.detail)
      let obstacle = group.obstacle.map { "; \(Self.escaped($0))" } ?? ""
      lines.append("  - Swift: \(group.change.kind.rawValue) \(Self.code(group.names))\(detail)\(obstacle)")
    }
    if groups.count > Self.shown { lines.append("  - Swift: \(groups.count - Self.shown) more declarations") }
    if let uses = entry.useText(limit: Self.shown) { lines.append("  - Used by \(Self.escaped(uses))") }
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
