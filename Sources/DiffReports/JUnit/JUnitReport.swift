import APIDiff
import SourceDocuments

/// Test results as JUnit writes them: a test for each finding, which fails when something breaks.
struct JUnitReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var text: String {
    let entries = report.entries
    let failures = entries.count { fails($0) }
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites name="herald diff" tests="\#(entries.count)" failures="\#(failures)">"#,
    ]
    let suite = "\(report.base.name) → \(report.revision.name)"
    lines.append(
      #"  <testsuite name="\#(XMLText.escaped(suite))" tests="\#(entries.count)" failures="\#(failures)">"#
    )
    for entry in entries { lines += self.lines(of: entry) }
    return (lines + ["  </testsuite>", "</testsuites>", ""]).joined(separator: "\n")
  }

  private func fails(_ entry: ReportEntry) -> Bool { entry.level == .breaks && entry.acceptance == nil }

  private func lines(of entry: ReportEntry) -> [String] {
    let name = XMLText.escaped("\(entry.title) [\(entry.id)]")
    let head = #"    <testcase classname="\#(XMLText.escaped(entry.rule))" name="\#(name)""#
    let details = XMLText.escaped(self.details(entry))
    if fails(entry) {
      let message = XMLText.escaped(
        entry.verdicts.first { $0.verdict.level == .breaks }?.verdict.reason ?? entry.title
      )
      return [
        head + ">", #"      <failure type="breaks" message="\#(message)">\#(details)</failure>"#,
        "    </testcase>",
      ]
    }
    return [head + ">", "      <system-out>\(details)</system-out>", "    </testcase>"]
  }

  private func details(_ entry: ReportEntry) -> String {
    var lines = ["level: \(entry.level.rawValue)"]
    if let change = entry.change { lines.append("values: \(change)") }
    lines += entry.verdicts.map { "\($0.axis.rawValue): \($0.verdict.level.rawValue): \($0.verdict.reason)" }
    lines += entry.declarationGroups.map { "swift: \($0.text)" }
    if let uses = entry.useText(limit: 20) { lines.append("used by: \(uses)") }
    if let advice = entry.finding.advice { lines.append("do: \(advice)") }
    if let reason = entry.acceptance { lines.append("accepted: \(reason)") }
    if let place = entry.revision { lines.append("at: \(place.text)") }
    if let place = entry.base { lines.append("was: \(place.text)") }
    return lines.joined(separator: "\n")
  }
}
