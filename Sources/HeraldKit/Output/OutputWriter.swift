import Parallelism
import SourceDocuments

/// Brings an output folder up to date so that a run which is killed at any moment does no harm.
///
/// New files are first written into a staging folder. Only when all of them are there does a journal
/// announce them, and files are moved to their places; the manifest comes last, then the journal goes.
/// Killed before the journal, the old tree is untouched. Killed after it, every file has either its old or
/// its new content, the next run finds both recorded as Herald's, and completes the work.
struct OutputWriter {
  private let folder: OutputFolder
  private var fileSystem: any FileSystem { folder.fileSystem }
  private var staging: String { folder.path(of: OutputFolder.stagingName) }

  init(_ folder: OutputFolder) {
    self.folder = folder
  }

  /// Makes the folder hold exactly the generated files and, untouched, whatever else is in it.
  ///
  /// Files whose content is right already are not touched.
  ///
  /// - Parameter force: Whether to replace what was edited by hand or is not Herald's.
  /// - Throws: When something must not be replaced, or cannot be written.
  func write(_ generated: OutputFileSet, force: Bool) throws(DiagnosticError) -> OutputChanges {
    let created =
      try folder.exists()
      ? [] : folder.reporting { () throws(FileSystemFailure) in try fileSystem.createFolders(folder.path) }
    let lock = FolderLock(folder.path)
    defer { extendLifetime(lock) }
    do {
      return try bringUpToDate(generated, force: force)
    } catch {
      removeEmpty(created)
      throw error
    }
  }

  private func bringUpToDate(
    _ generated: OutputFileSet,
    force: Bool
  ) throws(DiagnosticError) -> OutputChanges {
    let survey = try OutputSurvey(of: folder, for: generated)
    if !survey.record.exists, !force { try folder.refuseForeignFiles() }
    let plan = try OutputPlan(survey, for: generated, in: folder, force: force)
    try folder.reporting { () throws(FileSystemFailure) in try clearStaging() }
    if !plan.isEmpty {
      try refuseReadOnlyFolders(of: plan)
      try folder.reporting { () throws(FileSystemFailure) in try perform(plan) }
    }
    return plan.changes
  }

  private func perform(_ plan: OutputPlan) throws(FileSystemFailure) {
    do throws(FileSystemFailure) {
      try stage(plan)
    } catch {
      discardStaging()
      // Where exactly is a matter of this type; the user knows the output folder.
      throw FileSystemFailure(operation: "write into", path: folder.path, reason: error.reason)
    }
    try replace(OutputFolder.journalName, with: plan.manifest)
    try move(plan)
    try replace(OutputManifest.fileName, with: plan.manifest)
    try fileSystem.removeFile(folder.path(of: OutputFolder.journalName))
    try fileSystem.removeFolder(staging)
    try removeEmptyFolders(above: plan.deleted)
  }
}

// MARK: - The steps

extension OutputWriter {
  private func stage(_ plan: OutputPlan) throws(FileSystemFailure) {
    try fileSystem.createFolder(staging)
    let failures = Array(plan.written.enumerated()).concurrentMap { index, file -> FileSystemFailure? in
      do throws(FileSystemFailure) {
        try fileSystem.write(file.contents, to: stagingPath(index))
        return nil
      } catch {
        return error
      }
    }
    for case let failure? in failures { throw failure }
    // Until a new journal stands, the interrupted run's one does.
    if let recovery = plan.recovery { try replace(OutputManifest.fileName, with: recovery) }
  }

  /// Deletions come first: where case is ignored, a former `Foo.swift` would be the new `foo.swift`.
  private func move(_ plan: OutputPlan) throws(FileSystemFailure) {
    for path in plan.deleted {
      try fileSystem.removeFile(folder.path(of: path))
    }
    for (index, file) in plan.written.enumerated() {
      if let parent = file.path.folders.last { try fileSystem.createFolders(folder.path(of: parent)) }
      try fileSystem.rename(stagingPath(index), to: folder.path(of: file.path))
    }
  }

  private func replace(_ name: String, with manifest: OutputManifest) throws(FileSystemFailure) {
    let staged = staging + "/" + name
    try fileSystem.write(Array(manifest.text.utf8), to: staged)
    try fileSystem.rename(staged, to: folder.path(of: name))
  }

  private func removeEmptyFolders(above paths: [RelativePath]) throws(FileSystemFailure) {
    for parent in Set(paths.flatMap(\.folders)).sorted(by: >) {
      let path = folder.path(of: parent)
      if try fileSystem.kind(of: path) == .folder, try fileSystem.entries(of: path).isEmpty {
        try fileSystem.removeFolder(path)
      }
    }
  }

  private func stagingPath(_ index: Int) -> String { staging + "/\(index)" }

  /// Removes what a run left that was killed while it staged.
  private func clearStaging() throws(FileSystemFailure) {
    guard let kind = try fileSystem.kind(of: staging) else { return }
    guard kind == .folder else {
      throw FileSystemFailure(operation: "use", path: staging, reason: "it is no folder")
    }
    for name in try fileSystem.entries(of: staging) {
      try fileSystem.removeFile(staging + "/" + name)
    }
    try fileSystem.removeFolder(staging)
  }

  private func discardStaging() {
    do {
      try clearStaging()
    } catch {
      // The failure that led here says more; the next run clears the folder.
    }
  }

  /// Removes folders that this run created, unless something is in them by now.
  private func removeEmpty(_ folders: [String]) {
    do {
      for path in folders.reversed() where try fileSystem.entries(of: path).isEmpty {
        try fileSystem.removeFolder(path)
      }
    } catch {
      // The failure that led here says more, and an empty folder does no harm.
    }
  }

  /// Finds out before anything is moved, rather than in the middle.
  private func refuseReadOnlyFolders(of plan: OutputPlan) throws(DiagnosticError) {
    let changed = (plan.written.map(\.path) + plan.deleted).compactMap(\.folders.last)
    for path in [folder.path] + Set(changed).sorted().map(folder.path(of:)) {
      let exists = try folder.kind(of: path) != nil
      if exists, !fileSystem.isWritable(path) {
        let failure = FileSystemFailure(operation: "write", path: path, reason: "the folder is read-only")
        throw DiagnosticError(.outputFailure(failure))
      }
    }
  }
}
