import APIDiff
import DiffReports
import OpenAPIDescription
import Parallelism
import SourceDocuments
import SwiftModel
import SwiftRendering

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
    var statistics = GenerationStatistics()
    do throws(DiagnosticError) {
      let acceptance = try options.acceptance.map { path throws(DiagnosticError) in try AcceptanceFile(path) }
      let configuration = try DiffConfiguration(options).read()
      let inputs = statistics.measure("read") {
        [options.base, options.revision].concurrentMap { name in
          Result { () throws(DiagnosticError) in try input(name, configuration) }
        }
      }
      let (old, new) = (try inputs[0].get(), try inputs[1].get())
      let (base, revision) = (old.document, new.document)
      diagnostics += old.warnings + new.warnings
      let built = statistics.measure("compare") { PackagePair.build(base, revision, configuration) }
      let packages = try packages(built.packages, &diagnostics)
      let difference = statistics.measure("judge") {
        DescriptionComparison.compare(built.messages, interfaces: packages?.interfaces)
      }
      let applied = acceptance?.applied(to: difference.findings, on: options.today)
      diagnostics += applied?.diagnostics ?? []
      let report = DiffReport(
        tool: HeraldVersion.current,
        base: Self.described(options.base, base),
        revision: Self.described(options.revision, revision),
        difference: difference,
        accepted: applied?.reasons ?? [:],
        showsAll: options.showsAll
      )
      var shims: (client: String, server: String)?
      if options.makesShims, let packages {
        shims = (
          try self.shims(difference.shims, packages, configuration),
          try self.shims(difference.serverShims, packages, configuration)
        )
      }
      let text = statistics.measure("report") { report.text(as: options.format, color: options.color) }
      return DiffOutcome(
        text: text,
        report: report,
        shims: shims?.client,
        serverShims: shims?.server,
        diagnostics: diagnostics,
        gated: difference.findings.count { isGated($0) && report.accepted[$0.id] == nil },
        statistics: statistics,
        remains: (packages.map { [$0] + $0.remains } ?? []) + [built.messages, old, new]
      )
    } catch {
      return DiffOutcome(
        text: nil,
        report: nil,
        shims: nil,
        serverShims: nil,
        diagnostics: diagnostics + error.diagnostics,
        gated: 0,
        statistics: statistics
      )
    }
  }

  private func input(
    _ name: String,
    _ configuration: Configuration
  ) throws(DiagnosticError) -> DescriptionInput.Reading {
    try DescriptionInput(name, folder: options.folder, configuration).read()
  }

  /// What is generated for both; nil, with a warning, when that is impossible and nobody insists on it.
  private func packages(
    _ built: Result<PackagePair, DiagnosticError>,
    _ diagnostics: inout [Diagnostic]
  ) throws(DiagnosticError) -> PackagePair? {
    do {
      return try built.get()
    } catch {
      // A gate that cannot be held against anything must not be passed.
      guard !options.gates.contains(.source), !options.gates.contains(.any), !options.makesShims else {
        throw error
      }
      diagnostics += error.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.severity = .warning
        diagnostic.notes.append(Diagnostic.Note("the Swift source is therefore not judged", at: nil))
        return diagnostic
      }
      return nil
    }
  }

  private func shims(
    _ shims: ShimsDeclaration,
    _ packages: PackagePair,
    _ configuration: Configuration
  ) throws(DiagnosticError) -> String {
    let templates = try TemplateFolder.templates(overriddenBy: configuration.templates)
    let text = PackageRenderer(templates: templates).render(shims, for: packages.revision)
    return String(decoding: text, as: UTF8.self)
  }

  static func described(_ name: String, _ document: OpenAPIDocument) -> DiffReport.Input {
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
