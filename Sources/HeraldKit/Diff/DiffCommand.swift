import APIDiff
import DiffReports
import OpenAPIDescription
import SourceDocuments

/// Compares two descriptions.
///
/// Prints nothing; ``DiffOutcome`` tells everything.
public struct DiffCommand: Sendable {
  public var options: DiffOptions

  public init(_ options: DiffOptions) {
    self.options = options
  }

  /// Reads both descriptions and the accepted findings, and compares.
  public func run() -> DiffOutcome {
    var diagnostics: [Diagnostic] = []
    do throws(DiagnosticError) {
      let acceptance = try options.acceptance.map { path throws(DiagnosticError) in try AcceptanceFile(path) }
      let (base, baseWarnings) = try DescriptionInput(options.base, folder: options.folder).read()
      let (revision, revisionWarnings) = try DescriptionInput(options.revision, folder: options.folder).read()
      diagnostics += baseWarnings + revisionWarnings
      let difference = DescriptionComparison.compare(base, revision)
      let applied = acceptance?.applied(to: difference.findings, on: options.today)
      diagnostics += applied?.diagnostics ?? []
      let report = DiffReport(
        tool: HeraldVersion.current,
        base: input(options.base, base),
        revision: input(options.revision, revision),
        difference: difference,
        accepted: applied?.reasons ?? [:],
        showsAll: options.showsAll
      )
      return DiffOutcome(
        text: report.text(as: options.format, color: options.color),
        report: report,
        diagnostics: diagnostics,
        gated: difference.findings.count { isGated($0) && report.accepted[$0.id] == nil }
      )
    } catch {
      return DiffOutcome(text: nil, report: nil, diagnostics: diagnostics + error.diagnostics, gated: 0)
    }
  }

  private func input(_ name: String, _ document: OpenAPIDocument) -> DiffReport.Input {
    DiffReport.Input(
      name: name,
      specification: document.version.text,
      title: document.info.title,
      version: document.info.version
    )
  }

  private func isGated(_ finding: Finding) -> Bool {
    let limit: Level = options.isStrict ? .mayBreak : .breaks
    return options.gates.flatMap(\.axes).contains { axis in
      finding.verdict(on: axis).map { $0.level >= limit } ?? false
    }
  }
}
