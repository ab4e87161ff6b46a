import SourceDocuments
import SwiftRendering

/// Generates a package from a description, or checks that it was.
///
/// Prints nothing; ``GenerateOutcome`` tells everything.
public struct GenerateCommand: Sendable {
  public var options: GenerateOptions

  public init(_ options: GenerateOptions) {
    self.options = options
  }

  /// Loads, reads, models, names, renders, and writes or compares.
  public func run() -> GenerateOutcome {
    var generator = PackageGenerator()
    var failure: [Diagnostic] = []
    var settings: ProjectSettings?
    let result: GenerateOutcome.Result
    do {
      let resolved = try ProjectSettings(options)
      settings = resolved
      result = try perform(resolved, &generator)
    } catch {
      failure = error.diagnostics.map { settings?.advising($0) ?? $0 }
      result = .failed
    }
    var diagnostics = generator.diagnostics
    diagnostics.append(contentsOf: failure)
    var remarks = settings?.remarks ?? []
    if !generator.inputs.isEmpty { remarks.append("read " + generator.inputs.joined(separator: ", ")) }
    return GenerateOutcome(
      result: result,
      diagnostics: diagnostics.sorted(),
      statistics: generator.statistics,
      balance: generator.balance,
      output: settings?.configuration.output,
      remarks: remarks
    )
  }

  private func perform(
    _ settings: ProjectSettings,
    _ generator: inout PackageGenerator
  ) throws(DiagnosticError) -> GenerateOutcome.Result {
    let folder = OutputFolder(settings.configuration.output)
    let generated = try generator.generate(settings.description, settings.configuration)
    let files = try OutputFileSet(generated, folder: folder.path)
    switch options.mode {
    case .write(let force):
      let changes = try generator.statistics.measure("write") { () throws(DiagnosticError) in
        try OutputWriter(folder).write(files, force: force)
      }
      return .written(changes)
    case .check:
      let drift = try generator.statistics.measure("compare") { () throws(DiagnosticError) in
        try OutputDrift(OutputSurvey(of: folder, for: files), for: files, in: folder)
      }
      return drift.files.isEmpty ? .upToDate : .outOfDate(drift)
    }
  }
}
