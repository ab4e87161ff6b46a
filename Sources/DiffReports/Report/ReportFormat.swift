/// The formats of a report. All carry the same findings.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// For terminals.
  case text
  /// A changelog entry.
  case markdown
  /// For programs, described by `herald-diff.schema.json`.
  case json
  /// One page that needs no network.
  case html
  /// The Static Analysis Results Interchange Format 2.1.0.
  case sarif
  /// Test results as JUnit writes them.
  case junit
  /// Workflow commands of GitHub Actions, which become annotations.
  case github
}

extension DiffReport {
  /// An entry of a changelog, with a line break at its end.
  ///
  /// - Parameter heading: The heading without number signs, such as `[1.4.0] - 2026-11-23`.
  public func changelogEntry(heading: String) -> String {
    MarkdownReport(self, heading: heading).text
  }

  /// The report in a format, with a line break at its end.
  ///
  /// - Parameter color: Whether a text is marked up for terminals; other formats have no color.
  public func text(as format: ReportFormat, color: Bool = false) -> String {
    switch format {
    case .text: TextReport(self, color: color).text
    case .markdown: MarkdownReport(self).text
    case .json: JSONReport(self).text
    case .html: HTMLReport(self).text
    case .sarif: SARIFReport(self).text
    case .junit: JUnitReport(self).text
    case .github: GitHubReport(self).text
    }
  }
}
