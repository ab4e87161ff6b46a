import Parallelism
import SourceDocuments
import SwiftRendering

/// The files of one generation, each at a path of its own below the output folder.
struct OutputFileSet: Sendable {
  /// Sorted by path.
  let files: [OutputFile]

  /// Checks paths that were made from names in a description.
  ///
  /// - Parameter folder: The output folder, for diagnostics.
  /// - Throws: For a path that leaves the folder or is reserved, and for two files that are one where file
  ///   systems ignore case.
  init(_ generated: [GeneratedFile], folder: String) throws(DiagnosticError) {
    var files: [OutputFile] = []
    var problems: [Diagnostic] = []
    let accepted = generated.concurrentMap { file in
      RelativePath(file.path).flatMap { path in
        Self.isReserved(path) ? nil : OutputFile(path: path, contents: file.contents)
      }
    }
    for (file, accepted) in zip(generated, accepted) {
      if let accepted {
        files.append(accepted)
      } else {
        problems.append(.unsafeGeneratedPath(file.path, in: folder))
      }
    }
    files.sort { $0.path < $1.path }

    var taken: [String: RelativePath] = [:]
    for file in files {
      if let other = taken.updateValue(file.path, forKey: file.path.folded) {
        problems.append(.pathCollision(file.path, other, in: folder))
      }
    }
    for file in files {
      if let parent = file.path.folders.compactMap({ taken[$0.folded] }).first {
        problems.append(.pathCollision(file.path, parent, in: folder))
      }
    }
    guard problems.isEmpty else { throw DiagnosticError(diagnostics: problems) }
    self.files = files
  }

  var manifest: OutputManifest {
    OutputManifest(files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.hash) }))
  }

  /// Names that the writer uses itself.
  private static func isReserved(_ path: RelativePath) -> Bool {
    OutputFolder.ownNames.contains { path.text == $0 || path.text.hasPrefix($0 + "/") }
  }
}

extension Diagnostic {
  fileprivate static func unsafeGeneratedPath(_ path: String, in folder: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "unsafe-path",
      "'\(path)' would be generated, which is not a plain path below the output folder",
      at: .start(of: folder),
      advice: "rename the type or service it is made from under `names` in the configuration"
    )
  }

  fileprivate static func pathCollision(
    _ path: RelativePath,
    _ other: RelativePath,
    in folder: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      code: "path-collision",
      "'\(other.text)' and '\(path.text)' are the same file where file systems ignore case",
      at: .start(of: folder),
      advice: "rename one of the types they are made from under `names` in the configuration"
    )
  }
}
