import SourceDocuments

/// Says which files keep a folder from being written.
struct OutputProblems {
  /// More places than these are counted, not listed.
  private static let listedPlaces = 10

  let survey: OutputSurvey
  let folder: OutputFolder

  /// What must be put right first; nothing when writing may begin.
  ///
  /// - Parameter force: Whether the user agreed to lose what was edited or is not Herald's.
  func diagnostics(force: Bool) -> [Diagnostic] {
    if force { return blockedPaths() }
    return blockedPaths()
      + grouped(
        .edited,
        code: "edited-file",
        message: "this generated file was edited by hand",
        advice: "undo the edit, or replace it with --force; lasting changes go into the configuration"
      )
      + grouped(
        .foreign,
        code: "foreign-files",
        message: "a file that Herald did not write stands where a generated file must go",
        advice: "move it elsewhere, or replace it with --force"
      )
  }

  private func blockedPaths() -> [Diagnostic] {
    var seen: Set<String> = []
    return survey.files.compactMap { file in
      guard case .blocked(let path, let reason) = file.state, seen.insert(path).inserted else { return nil }
      return .blockedPath(path, reason)
    }
  }

  /// One diagnostic at the first place, with the others as notes: a formatter may have touched every file.
  private func grouped(_ state: OutputState, code: String, message: String, advice: String) -> [Diagnostic] {
    let paths = survey.files.filter { $0.state == state }.map { folder.path(of: $0.path) }
    guard let first = paths.first else { return [] }
    var notes = paths.dropFirst().prefix(Self.listedPlaces).map {
      Diagnostic.Note("and so it is with this one", at: .start(of: $0))
    }
    let rest = paths.count - 1 - notes.count
    if rest > 0 { notes.append(Diagnostic.Note("and with \(rest) more", at: nil)) }
    return [Diagnostic(.error, code: code, message, at: .start(of: first), advice: advice, notes: notes)]
  }
}
