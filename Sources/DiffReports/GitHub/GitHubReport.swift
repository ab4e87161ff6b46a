import APIDiff
import SourceDocuments

/// Workflow commands of GitHub Actions.
///
/// GitHub shows ten annotations of a kind for each step, so the gravest come first. Only the new document can
/// carry annotations; what was removed is annotated where it stood.
struct GitHubReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var text: String {
    report.entries.map { command($0) + "\n" }.joined()
  }

  private func command(_ entry: ReportEntry) -> String {
    let kind =
      switch entry.acceptance == nil ? entry.level : .none {
      case .breaks: "error"
      case .mayBreak: "warning"
      case .additive, .none: "notice"
      }
    var properties: [String] = []
    if let place = entry.revision ?? entry.base {
      properties = ["file=\(property(place.file))", "line=\(place.line)", "col=\(place.column)"]
    }
    properties.append("title=\(property("\(entry.level.title): \(entry.rule)"))")
    var sentences = [entry.title]
    if let change = entry.change { sentences.append(change) }
    sentences += entry.verdicts.map { "\($0.axis.title): \($0.verdict.level.title.lowercased())" }
    if let advice = entry.finding.advice { sentences.append("To do: " + advice) }
    if let reason = entry.acceptance { sentences.append("accepted: \(reason)") }
    sentences.append(entry.id)
    return "::\(kind) \(properties.joined(separator: ","))::\(data(sentences.joined(separator: ". ")))"
  }

  private func data(_ text: String) -> String {
    TerminalText.escaped(text.replacing("%", with: "%25"))
  }

  private func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
