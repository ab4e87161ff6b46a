import APIDiff
import DiffReports
import OpenAPIDescription
import SourceDocuments
import SwiftRendering

/// Takes over a new version of a description: replaces it, generates the package, raises the version of the SDK by what
/// the change owes, and writes the changelog.
///
/// All or nothing: everything is made before anything is written, and what was written is taken back when the rest
/// cannot be. Killed in the middle, it leaves files that are either old or new, and can be run again.
///
/// Prints nothing; ``UpdateOutcome`` tells everything.
public struct UpdateCommand: Sendable {
  public var options: UpdateOptions
  private let fileSystem: any FileSystem

  public init(_ options: UpdateOptions) {
    self.init(options, fileSystem: DiskFileSystem())
  }

  init(_ options: UpdateOptions, fileSystem: any FileSystem) {
    self.options = options
    self.fileSystem = fileSystem
  }

  /// Compares, generates, and replaces.
  public func run() -> UpdateOutcome {
    var diagnostics: [Diagnostic] = []
    var report: DiffReport?
    do throws(DiagnosticError) {
      let changes = try perform(&diagnostics, &report)
      return UpdateOutcome(
        report: report,
        changes: changes,
        isDryRun: options.isDryRun,
        diagnostics: diagnostics
      )
    } catch {
      return UpdateOutcome(
        report: report,
        changes: nil,
        isDryRun: options.isDryRun,
        diagnostics: diagnostics + error.diagnostics
      )
    }
  }

  private func perform(
    _ diagnostics: inout [Diagnostic],
    _ report: inout DiffReport?
  ) throws(DiagnosticError) -> UpdateOutcome.Changes {
    let settings = try ProjectSettings(
      GenerateOptions(
        configuration: options.configuration,
        allowsRemote: options.allowsRemote,
        folder: options.folder
      )
    )
    let configuration = settings.configuration
    let version = try SDKVersion(configuration, description: settings.description)
    let new = try input(options.revision, in: options.folder, configuration).readWithFiles()
    // Paths of the configuration start at the working directory.
    let old = try input(settings.description, in: ".", configuration).read()
    diagnostics += old.warnings
    let built = PackagePair.build(old.document, new.document, configuration)
    let difference = DescriptionComparison.compare(
      built.messages,
      interfaces: try built.packages.get().interfaces
    )
    let diff = DiffReport(
      tool: HeraldVersion.current,
      base: DiffCommand.described(settings.description, old.document),
      revision: DiffCommand.described(options.revision, new.document),
      difference: difference
    )
    report = diff

    let raised = version.number.raised(by: difference.owedBump ?? .none)
    let entry = diff.changelogEntry(heading: "[\(raised.text)] - \(options.today)")
    let targets = new.files.targets(at: settings.description)
    let replacement = DescriptionReplacement(targets, replacing: old.paths, settings, fileSystem: fileSystem)
    var files = try replacement.files()
    if raised != version.number {
      files.append(try file(version.path, version.contents(with: raised)))
      files.append(try changelog(configuration.changelog, entry))
    }
    let generated = try generate(replacement, settings, &diagnostics)
    let output = OutputFolder(configuration.output, fileSystem: fileSystem)
    let drift = try OutputDrift(OutputSurvey(of: output, for: generated), for: generated, in: output)
    if !options.isDryRun {
      try FileReplacement(files: files, fileSystem: fileSystem).perform { () throws(DiagnosticError) in
        _ = try OutputWriter(output).write(generated, force: options.force)
      } undo: { () throws(DiagnosticError) in
        var ignored: [Diagnostic] = []
        _ = try OutputWriter(output).write(generate(nil, settings, &ignored), force: true)
      }
    }
    return UpdateOutcome.Changes(
      version: (version.number, raised),
      entry: entry,
      files: files.filter { $0.contents != $0.existing }.map(\.path),
      unusedFiles: replacement.unusedFiles,
      output: configuration.output,
      outputCount: drift.files.count
    )
  }

  private func input(_ name: String, in folder: String, _ configuration: Configuration) -> DescriptionInput {
    DescriptionInput(name, folder: folder, configuration)
  }

  /// The files that the new description gives, or the one that is there.
  private func generate(
    _ replacement: DescriptionReplacement?,
    _ settings: ProjectSettings,
    _ diagnostics: inout [Diagnostic]
  ) throws(DiagnosticError) -> OutputFileSet {
    var generator = PackageGenerator(files: ReplacedFiles(replacement?.contents ?? [:]))
    defer { diagnostics += generator.diagnostics.sorted() }
    let files = try generator.generate(settings.description, settings.configuration)
    try replacement?.checkInputs(generator.inputs)
    return try OutputFileSet(files, folder: settings.configuration.output)
  }

  private func changelog(_ path: String, _ entry: String) throws(DiagnosticError) -> FileReplacement.File {
    var file = try file(path, [])
    var changelog = Changelog(file.existing.map { String(decoding: $0, as: UTF8.self) })
    changelog.insert(entry)
    file.contents = Array(changelog.text.utf8)
    return file
  }

  private func file(_ path: String, _ contents: [UInt8]) throws(DiagnosticError) -> FileReplacement.File {
    try FileReplacement.File(path: path, contents: contents, in: fileSystem)
  }
}
