import APIDiff
import SourceDocuments

/// The report as one page without anything to load.
struct HTMLReport {
  /// Of each finding; a schema may be used by every operation of a large API.
  private static let shownUses = 50

  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var text: String {
    let entries = report.entries
    let title = "\(report.revision.title): what changed"
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(escaped(title))</title>
      <style>
      \(HTMLPage.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(escaped(report.revision.title))</h1>
      <p class="versions"><code>\(escaped(report.base.name))</code> \(escaped(report.base.version)) →
      <code>\(escaped(report.revision.name))</code> \(escaped(report.revision.version))</p>
      <p>\(escaped(report.headline))</p>
      \(summary)
      </header>
      \(filters(entries))
      <main>
      \(entries.map(article).joined(separator: "\n"))
      <p id="nothing" hidden>Nothing matches these filters.</p>
      </main>
      <footer>\(remaining)<p>herald \(escaped(report.tool))</p></footer>
      <script>
      \(HTMLPage.script)
      </script>
      </body>
      </html>

      """
  }

  private var summary: String {
    let cells = Axis.allCases.map { axis in
      let gravest = report.difference.findings.compactMap { $0.verdict(on: axis)?.level }.max() ?? .none
      let text = report.summary(of: axis) ?? "not judged"
      return "<div class=\"\(gravest.rawValue)\"><dt>\(axis.title)</dt><dd>\(escaped(text))</dd></div>"
    }
    let version = report.versionAdvice.map { advice in
      let level: Level = advice.isEnough == false ? .breaks : .none
      return "<div class=\"version \(level.rawValue)\"><dt>Version</dt><dd>\(escaped(advice.text))</dd></div>"
    }
    return "<dl class=\"axes\">\(cells.joined())\(version ?? "")</dl>"
  }

  private func filters(_ entries: [ReportEntry]) -> String {
    let levels = Level.allCases.reversed().filter { level in entries.contains { $0.level == level } }
    let tags = Set(entries.flatMap(\.tags)).sorted()
    func options(_ values: [(String, String)]) -> String {
      values.map { "<option value=\"\(escaped($0.0))\">\(escaped($0.1))</option>" }.joined()
    }
    return """
      <form id="filters" aria-label="Filters">
      <label>Axis <select name="axis"><option value="">all</option>\(options(Axis.allCases.map { ($0.rawValue, $0.title) }))</select></label>
      <label>Severity <select name="level"><option value="">all</option>\(options(levels.map { ($0.rawValue, $0.title) }))</select></label>
      <label>Tag <select name="tag"><option value="">all</option>\(options(tags.map { ($0, $0) }))</select></label>
      <label>Text <input name="text" type="search" autocomplete="off"></label>
      <output id="count">\(entries.count)</output>
      </form>
      """
  }

  private func article(_ entry: ReportEntry) -> String {
    var attributes = "data-level=\"\(entry.level.rawValue)\""
    for axis in Axis.allCases {
      attributes += " data-\(axis.rawValue)=\"\(entry.finding.verdict(on: axis)?.level.rawValue ?? "")\""
    }
    attributes += " data-tags=\"\(escaped(entry.tags.joined(separator: "\n")))\""
    let verdicts = entry.verdicts.map { axis, verdict in
      "<li class=\"\(verdict.level.rawValue)\"><b>\(axis.title): \(verdict.level.title.lowercased())</b>: \(escaped(verdict.reason))</li>"
    }
    var parts = [
      "<article id=\"\(escaped(entry.id))\" class=\"\(entry.level.rawValue)\" \(attributes)>",
      "<h2><span class=\"level\">\(entry.level.title)</span> <code>\(escaped(entry.subject))</code> \(escaped(entry.phrase))</h2>",
    ]
    if let change = entry.change { parts.append("<p class=\"change\">\(escaped(change))</p>") }
    if !verdicts.isEmpty { parts.append("<ul>\(verdicts.joined())</ul>") }
    parts += declarations(entry)
    if let advice = entry.finding.advice { parts.append("<p><b>Do:</b> \(escaped(advice))</p>") }
    if let reason = entry.acceptance { parts.append("<p><b>Accepted:</b> \(escaped(reason))</p>") }
    parts.append(uses(entry))
    parts.append("<details><summary>Both documents</summary><div class=\"sides\">")
    parts.append(
      excerpt("Before", entry.base, entry.finding.base)
        + excerpt("After", entry.revision, entry.finding.revision)
    )
    parts.append("</div></details>")
    parts.append(
      "<p class=\"rule\"><code>\(escaped(entry.rule))</code> · <a href=\"#\(escaped(entry.id))\">\(escaped(entry.id))</a></p>"
    )
    parts.append("</article>")
    return parts.joined(separator: "\n")
  }

  private func declarations(_ entry: ReportEntry) -> [String] {
    let groups = entry.declarationGroups
    guard !groups.isEmpty else { return [] }
    var rows = groups.prefix(Self.shownUses).map { group in
      "<tr><th>\(group.sign) \(escaped(group.names))</th><td>\(escaped([group.detail, group.obstacle].compactMap(\.self).joined(separator: "; ")))</td></tr>"
    }
    if groups.count > Self.shownUses {
      rows.append("<tr><th>and \(groups.count - Self.shownUses) more</th><td></td></tr>")
    }
    return ["<div class=\"swift\"><table>\(rows.joined())</table></div>"]
  }

  private func uses(_ entry: ReportEntry) -> String {
    let groups = entry.useGroups
    guard !groups.isEmpty else { return "<p>Used by nothing that is sent or received.</p>" }
    var items = groups.prefix(Self.shownUses).map { "<li>\(escaped($0.text))</li>" }.joined()
    if groups.count > Self.shownUses { items += "<li>and \(groups.count - Self.shownUses) more</li>" }
    let count = groups.count == 1 ? "1 operation" : "\(groups.count) operations"
    return "<details><summary>Used by \(count)</summary><ul>\(items)</ul></details>"
  }

  private func excerpt(_ title: String, _ place: ReportEntry.Place?, _ node: SourceNode?) -> String {
    guard let place, let node else { return "" }
    let lines = SourceLines(node).lines.map { line in
      let mark = line.isMarked ? " class=\"marked\"" : ""
      return "<span\(mark)><i>\(line.number)</i>\(escaped(line.text))</span>"
    }
    return """
      <figure><figcaption>\(title) · \(escaped(place.text))</figcaption><pre>\(lines.joined(separator: "\n"))</pre></figure>
      """
  }

  private var remaining: String {
    let counts = report.remainingCounts
    guard !counts.isEmpty else { return "" }
    let items = report.difference.remaining.compactMap { edit -> String? in
      guard let node = edit.revision ?? edit.base else { return nil }
      return "<li><code>\(escaped(ShortText.of(node.pointer)))</code> \(edit.reason.title)</li>"
    }
    let list = counts.map { "\($0.count) \($0.reason.title)" }.joined(separator: ", ")
    return "<details><summary>Not in the contract: \(list)</summary><ul>\(items.joined())</ul></details>"
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
