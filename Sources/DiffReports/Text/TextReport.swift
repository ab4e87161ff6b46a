import APIDiff
import SourceDocuments

/// The report for terminals.
struct TextReport {
  private let report: DiffReport
  private let color: Bool

  init(_ report: DiffReport, color: Bool) {
    self.report = report
    self.color = color
  }

  var text: String {
    var lines = [
      "\(report.headline): \(escaped(report.base.name)) → \(escaped(report.revision.name))", "",
    ]
    for axis in Axis.allCases {
      let summary = report.summary(of: axis) ?? "not judged"
      lines.append("  " + padded(axis.title, 18) + styled(summary, style(of: axis)))
    }
    if let version = report.versionAdvice {
      lines.append(
        "  " + padded("Version", 18) + styled(version.text, version.isEnough == false ? .red : .green)
      )
    }
    var number = 0
    for level in Level.allCases.reversed() {
      let entries = report.entries.filter { $0.level == level }
      guard !entries.isEmpty else { continue }
      lines += ["", styled(level.title.uppercased(), style(of: level))]
      for entry in entries {
        number += 1
        lines += self.lines(of: entry, number)
      }
    }
    lines += remainingLines
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of entry: ReportEntry, _ number: Int) -> [String] {
    let margin = padded("\(number)", 4)
    let indent = String(repeating: " ", count: 4)
    var lines = [margin + styled(escaped(entry.title), .bold)]
    if let change = entry.change { lines.append(indent + padded("values", 11) + escaped(change)) }
    for (axis, verdict) in entry.verdicts {
      let level = styled(verdict.level.title.lowercased(), style(of: verdict.level))
      lines.append(
        indent + padded(axis.rawValue, 11) + level + (verdict.reason.isEmpty ? "" : ": " + verdict.reason)
      )
    }
    lines += declarationLines(of: entry, indent)
    if let uses = entry.useText(limit: 4) { lines.append(indent + padded("used by", 11) + escaped(uses)) }
    if let advice = entry.finding.advice { lines.append(indent + padded("do", 11) + advice) }
    if let reason = entry.acceptance { lines.append(indent + padded("accepted", 11) + escaped(reason)) }
    let places = places(of: entry)
    if !places.isEmpty { lines.append(indent + padded("at", 11) + escaped(places)) }
    lines.append(indent + styled("\(entry.rule) · \(entry.id)", .dim))
    return lines
  }

  private func declarationLines(of entry: ReportEntry, _ indent: String) -> [String] {
    let groups = entry.declarationGroups
    let limit = report.showsAll ? groups.count : 4
    var texts = groups.prefix(limit).map { escaped($0.text) }
    if groups.count > limit { texts.append("\(groups.count - limit) more; --all lists them") }
    return texts.enumerated().map { indent + padded($0 == 0 ? "swift" : "", 11) + $1 }
  }

  private func places(of entry: ReportEntry) -> String {
    let (base, revision) = (entry.base?.text, entry.revision?.text)
    return [revision, base.map { "was \($0)" }].compactMap { $0 }.joined(separator: ", ")
  }

  private var remainingLines: [String] {
    let counts = report.remainingCounts
    guard !counts.isEmpty else { return [] }
    let list = counts.map { "\($0.count) \($0.reason.title)" }.joined(separator: ", ")
    var lines = ["", "Not in the contract: \(list)" + (report.showsAll ? "" : "; --all lists them")]
    guard report.showsAll else { return lines }
    for edit in report.difference.remaining {
      guard let node = edit.revision ?? edit.base else { continue }
      let location = node.bestLocation
      let sign = edit.base == nil ? "+" : edit.revision == nil ? "-" : "~"
      lines.append(
        "  \(sign) \(escaped(location.description)) \(escaped(ShortText.of(node.pointer))) (\(edit.reason.title))"
      )
    }
    return lines
  }

  private func escaped(_ text: String) -> String { TerminalText.escaped(text) }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

extension TextReport {
  /// Codes of ANSI "select graphic rendition" sequences.
  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case green = "32"
  }

  private func style(of level: Level) -> Style {
    switch level {
    case .breaks: .red
    case .mayBreak: .yellow
    case .additive: .green
    case .none: .dim
    }
  }

  private func style(of axis: Axis) -> Style {
    let gravest = report.difference.findings.compactMap { $0.verdict(on: axis)?.level }.max() ?? .none
    return gravest == .none ? .green : style(of: gravest)
  }

  private func styled(_ text: String, _ style: Style) -> String {
    color && !text.isEmpty ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}
