import SourceDocuments
import SwiftRendering

/// Templates that a user put in place of built-in ones.
enum TemplateFolder {
  /// The built-in templates, with those of a folder in their places.
  ///
  /// - Throws: When the folder or a file in it cannot be read, or a template is wrong.
  static func templates(
    overriddenBy folder: String?,
    fileSystem: any FileSystem = DiskFileSystem()
  ) throws(DiagnosticError) -> TemplateSet {
    guard let folder else { return try TemplateSet(overrides: []) }
    var overrides: [(path: String, text: String)] = []
    do throws(FileSystemFailure) {
      for path in try paths(below: folder, prefix: "", fileSystem) {
        let file = folder + "/" + path
        guard let text = String(validating: try fileSystem.contents(of: file), as: UTF8.self) else {
          throw FileSystemFailure(operation: "read", path: file, reason: "it is not text in UTF-8")
        }
        overrides.append((path, text))
      }
    } catch {
      throw DiagnosticError(.unreadableTemplates(error))
    }
    do {
      return try TemplateSet(overrides: overrides)
    } catch {
      throw DiagnosticError(diagnostics: error.diagnostics.map { $0.located(in: folder) })
    }
  }

  /// The files below a folder, without hidden ones.
  private static func paths(
    below folder: String,
    prefix: String,
    _ fileSystem: any FileSystem
  ) throws(FileSystemFailure) -> [String] {
    var paths: [String] = []
    for name in try fileSystem.entries(of: folder + "/" + prefix) where !name.hasPrefix(".") {
      let path = prefix + name
      if try fileSystem.kind(of: folder + "/" + path) == .folder {
        paths += try Self.paths(below: folder, prefix: path + "/", fileSystem)
      } else {
        paths.append(path)
      }
    }
    return paths
  }
}

extension Diagnostic {
  /// The diagnostic of a template with the path that its file has on disk.
  fileprivate func located(in folder: String) -> Diagnostic {
    guard let location else { return self }
    var copy = self
    let file = SourceFile(path: folder + "/" + location.file.path, bytes: location.file.bytes)
    copy.location = SourceLocation(file: file, offset: location.offset, length: location.length)
    return copy
  }

  fileprivate static func unreadableTemplates(_ failure: FileSystemFailure) -> Diagnostic {
    Diagnostic(
      .error,
      code: "unreadable-templates",
      "cannot \(failure.operation) this: \(failure.reason)",
      at: .start(of: failure.path),
      advice: "name a folder of templates; `herald templates export` writes one"
    )
  }
}
