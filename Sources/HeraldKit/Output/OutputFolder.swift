import SourceDocuments

/// The folder that a package is generated into.
///
/// Reading only; ``OutputWriter`` writes.
struct OutputFolder: Sendable {
  /// Holds new files until all of them are written. In the folder itself, so that moving is one step.
  static let stagingName = ".herald-staging"
  /// Exists while files are being moved; see ``OutputWriter``.
  static let journalName = ".herald-journal.json"
  /// What Herald keeps in the folder besides what it generates.
  static let ownNames = [OutputManifest.fileName, journalName, stagingName]
  /// What other tools leave in the folder of a package.
  private static let ignoredNames: Set<String> = [
    ".build", ".swiftpm", ".git", ".DS_Store", "Package.resolved", stagingName,
  ]

  /// The path as the user gave it.
  let path: String
  let fileSystem: any FileSystem

  init(_ path: String, fileSystem: any FileSystem = DiskFileSystem()) {
    self.path = path
    self.fileSystem = fileSystem
  }

  func path(of file: RelativePath) -> String { path(of: file.text) }
  func path(of name: String) -> String { path + "/" + name }

  /// Whether the folder is there.
  ///
  /// - Throws: When something that is no folder stands at its path.
  func exists() throws(DiagnosticError) -> Bool {
    var kind = try kind(of: path)
    if kind == .symbolicLink, let target = fileSystem.canonicalPath(of: path) {
      kind = try self.kind(of: target)
    }
    guard let kind else { return false }
    guard kind == .folder else { throw DiagnosticError(.notAFolder(path)) }
    return true
  }

  /// What earlier runs recorded in the folder.
  func record() throws(DiagnosticError) -> OutputRecord {
    OutputRecord(manifest: try manifest(OutputManifest.fileName), journal: try manifest(Self.journalName))
  }

  /// Refuses a folder with content of which nothing is known to be Herald's.
  func refuseForeignFiles() throws(DiagnosticError) {
    let names = try reporting { () throws(FileSystemFailure) in try fileSystem.entries(of: path) }
    let foreign = names.filter { !Self.ignoredNames.contains($0) }
    guard foreign.isEmpty else { throw DiagnosticError(.foreignFiles(foreign, in: path)) }
  }

  private func manifest(_ name: String) throws(DiagnosticError) -> OutputManifest? {
    let path = path(of: name)
    guard let kind = try kind(of: path) else { return nil }
    guard kind == .file else { throw DiagnosticError(.blockedPath(path, "it is not a regular file")) }
    return try OutputManifest(reading: contents(of: path), path: path)
  }
}

// MARK: - The file system, with diagnostics

extension OutputFolder {
  func kind(of path: String) throws(DiagnosticError) -> FileKind? {
    try reporting { () throws(FileSystemFailure) in try fileSystem.kind(of: path) }
  }

  func contents(of path: String) throws(DiagnosticError) -> [UInt8] {
    try reporting { () throws(FileSystemFailure) in try fileSystem.contents(of: path) }
  }

  /// Does something with the file system and turns its refusal into a diagnostic.
  func reporting<Value>(
    _ operation: () throws(FileSystemFailure) -> Value
  ) throws(DiagnosticError) -> Value {
    do {
      return try operation()
    } catch {
      throw DiagnosticError(.outputFailure(error))
    }
  }
}

extension Diagnostic {
  fileprivate static func notAFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "output-not-a-folder",
      "the output path is not a folder",
      at: .start(of: path),
      advice: "name a folder with --output or with `output` in the configuration"
    )
  }

  fileprivate static func foreignFiles(_ names: [String], in path: String) -> Diagnostic {
    let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return Diagnostic(
      .error,
      code: "foreign-files",
      "the output folder holds files that Herald did not write: \(shown)\(more)",
      at: .start(of: path),
      advice: "choose an empty folder with --output, or use this one with --force, which keeps other files"
    )
  }
}
