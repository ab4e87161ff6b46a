import SourceDocuments

/// What has to happen to bring an output folder up to date.
struct OutputPlan: Sendable {
  /// Files to write, new ones and others.
  private(set) var written: [OutputFile] = []
  /// Files to delete.
  private(set) var deleted: [RelativePath] = []
  /// The manifest to leave behind.
  let manifest: OutputManifest
  /// Whether the manifest on disk is another.
  let manifestChanges: Bool
  /// After an interrupted run: a manifest that tells truly what it left.
  let recovery: OutputManifest?
  /// What the plan means for each path.
  private(set) var changes = OutputChanges()

  /// - Parameter force: Whether to replace or delete files that were edited by hand or are not Herald's.
  /// - Throws: When files stand in the way that must not be touched.
  init(
    _ survey: OutputSurvey,
    for generated: OutputFileSet,
    in folder: OutputFolder,
    force: Bool
  ) throws(DiagnosticError) {
    manifest = generated.manifest
    manifestChanges = survey.record.manifest != manifest
    recovery = survey.record.journal == nil ? nil : Self.recovery(from: survey)

    let problems = OutputProblems(survey: survey, folder: folder).diagnostics(force: force)
    guard problems.isEmpty else { throw DiagnosticError(diagnostics: problems) }
    for file in survey.files {
      switch (file.state, file.generated) {
      case (.current, _):
        changes.unchanged.append(file.path.text)
      case (.missing, let contents?):
        changes.created.append(file.path.text)
        written.append(OutputFile(path: file.path, contents: contents))
      case (_, let contents?):
        changes.replaced.append(file.path.text)
        written.append(OutputFile(path: file.path, contents: contents))
      case (_, nil):
        changes.deleted.append(file.path.text)
        deleted.append(file.path)
      }
    }
  }

  /// Whether nothing on disk has to change.
  var isEmpty: Bool { written.isEmpty && deleted.isEmpty && !manifestChanges && recovery == nil }

  /// Which of the files that an interrupted run left are Herald's, with the content they have now.
  private static func recovery(from survey: OutputSurvey) -> OutputManifest {
    var files: [RelativePath: ContentHash] = [:]
    for file in survey.files {
      guard let existing = file.existing else { continue }
      switch file.state {
      case .current, .outdated, .stale: files[file.path] = ContentHash(of: existing)
      case .edited: files[file.path] = survey.record.manifest?.files[file.path]
      case .missing, .foreign, .blocked: break
      }
    }
    return OutputManifest(files: files)
  }
}
