public import SourceDocuments
import Templates

/// Writes the built-in templates into a folder, to be edited and named with `templates`.
public struct ExportTemplatesCommand: Sendable {
  /// The folder; created when it is not there.
  public var folder: String
  /// Whether to replace files that differ from the built-in ones.
  public var force: Bool
  private let fileSystem: any FileSystem = DiskFileSystem()

  public init(folder: String, force: Bool = false) {
    self.folder = folder
    self.force = force
  }

  /// Writes the templates.
  ///
  /// - Returns: How many templates there are.
  /// - Throws: When a file would have to be replaced, and then nothing was written, or when the folder cannot
  ///   be written.
  public func run() throws(DiagnosticError) -> Int {
    let files = EmbeddedTemplates.files
    if !force {
      var edited: [Diagnostic] = []
      for file in files where try isEdited(file) {
        edited.append(.existingTemplate(path(of: file)))
      }
      guard edited.isEmpty else { throw DiagnosticError(diagnostics: edited) }
    }
    do {
      for file in files {
        let path = path(of: file)
        try fileSystem.createFolders(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try fileSystem.write(Array(file.text.utf8), to: path)
      }
    } catch {
      throw DiagnosticError(.outputFailure(error))
    }
    return files.count
  }

  private func path(of file: EmbeddedTemplates.File) -> String { folder + "/" + file.path }

  private func isEdited(_ file: EmbeddedTemplates.File) throws(DiagnosticError) -> Bool {
    do {
      let path = path(of: file)
      guard try fileSystem.kind(of: path) != nil else { return false }
      return try fileSystem.contents(of: path) != Array(file.text.utf8)
    } catch {
      throw DiagnosticError(.outputFailure(error))
    }
  }
}

extension Diagnostic {
  fileprivate static func existingTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "existing-file",
      "this file differs from the built-in template and would be replaced",
      at: .start(of: path),
      advice: "export into another folder, or replace it with --force"
    )
  }
}
