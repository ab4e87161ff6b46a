import SourceDocuments

/// The files of a new description in the places of the old one.
struct DescriptionReplacement {
  private let targets: [DescriptionFiles.File]
  /// The files that the old description was read from.
  private let old: [String]
  private let settings: ProjectSettings
  private let fileSystem: any FileSystem

  init(
    _ targets: [DescriptionFiles.File],
    replacing old: [String],
    _ settings: ProjectSettings,
    fileSystem: any FileSystem
  ) {
    self.targets = targets
    self.old = old
    self.settings = settings
    self.fileSystem = fileSystem
  }

  /// The new texts, by path.
  var contents: [String: [UInt8]] {
    Dictionary(targets.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  var unusedFiles: [String] {
    let kept = Set(targets.map { identity(of: $0.path) })
    return old.filter { !kept.contains(identity(of: $0)) }
  }

  /// What is to be written.
  ///
  /// - Throws: When a file would take the place of one that is no part of the old description, or come to stand where
  ///   no description should: what a new version refers to must not reach for other files of the project.
  func files() throws(DiagnosticError) -> [FileReplacement.File] {
    let known = Set(old.map(identity))
    var files: [FileReplacement.File] = []
    for target in targets {
      let file = try FileReplacement.File(path: target.path, contents: target.bytes, in: fileSystem)
      if let existing = file.existing {
        guard existing == file.contents || known.contains(identity(of: target.path)) else {
          throw DiagnosticError(.foreignFile(target.path, of: settings.description))
        }
      } else if !mayStand(target.path) {
        throw DiagnosticError(.fileOutside(target.path, of: settings.description))
      }
      files.append(file)
    }
    return files
  }

  /// - Throws: When something else than the new files was read, so that what was compared is not what was generated.
  func checkInputs(_ inputs: [String]) throws(DiagnosticError) {
    let known = Set(targets.map { identity(of: $0.path) })
    for input in inputs where !input.hasPrefix("https://") && !known.contains(identity(of: input)) {
      throw DiagnosticError(.otherInput(input, of: settings.description))
    }
  }

  private func mayStand(_ path: String) -> Bool {
    let configuration = settings.configuration
    let folder = settings.description.lastIndex(of: "/").map { String(settings.description[..<$0]) } ?? "."
    let isInside = [configuration.root ?? folder, folder].contains { DescriptionFiles.lies(path, in: $0) }
    return isInside && !DescriptionFiles.lies(path, in: configuration.output)
      && path != configuration.changelog
  }

  /// The one name of a file that is there; the path of one that is not yet.
  private func identity(of path: String) -> String { fileSystem.canonicalPath(of: path) ?? path }
}

extension Diagnostic {
  fileprivate static func foreignFile(_ path: String, of description: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "foreign-file",
      "the new description refers to a file that would replace '\(path)', which is no part of the old one",
      at: .start(of: description),
      advice: "remove or rename '\(path)' if it is in the way"
    )
  }

  fileprivate static func fileOutside(_ path: String, of description: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "file-outside",
      "the new description refers to a file that would come to stand at '\(path)', outside the folder of the old one",
      at: .start(of: description),
      advice: "set `root` in herald.yaml to a folder that holds all files, or copy this one yourself"
    )
  }

  fileprivate static func otherInput(_ path: String, of description: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "several-files",
      "in its new place the description would read '\(path)', which the new description does not",
      at: .start(of: description),
      advice: "give the new description the file name of the old one, by which its files refer to it"
    )
  }
}
