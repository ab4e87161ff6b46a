import SourceDocuments

/// Looks at single paths for ``OutputSurvey``.
struct OutputSurveyor {
  private let folder: OutputFolder
  private let record: OutputRecord
  /// Files that are no longer generated, by their paths without regard to case: on a file system that
  /// ignores case, `Foo.swift` is what is found where `foo.swift` must go.
  private let formerByFoldedPath: [String: RelativePath]
  /// What was found out about folders, so that each is looked at once.
  private var obstacles: [RelativePath: Obstacle?] = [:]

  init(folder: OutputFolder, record: OutputRecord, former: Set<RelativePath>) {
    self.folder = folder
    self.record = record
    self.formerByFoldedPath = Dictionary(
      former.map { ($0.folded, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Looks where a generated file must go.
  mutating func survey(_ file: OutputFile) throws(DiagnosticError) -> SurveyedFile {
    func found(_ state: OutputState, _ existing: [UInt8]? = nil) -> SurveyedFile {
      SurveyedFile(path: file.path, state: state, generated: file.contents, existing: existing)
    }
    if let obstacle = try obstacle(above: file.path) {
      return found(.blocked(path: obstacle.path, reason: obstacle.reason))
    }
    let path = folder.path(of: file.path)
    switch try folder.kind(of: path) {
    case nil:
      return found(.missing)
    case .folder:
      return found(.blocked(path: path, reason: "a folder has the name of a generated file"))
    case .other:
      return found(.blocked(path: path, reason: "it is not a regular file"))
    case .symbolicLink where leavesFolder(path):
      return found(.blocked(path: path, reason: Self.linkReason))
    case .file, .symbolicLink:
      break
    }
    let existing = try folder.contents(of: path)
    if existing == file.contents { return found(.current, existing) }
    if wrote(existing, at: file.path) { return found(.outdated, existing) }
    return found(isRecorded(file.path) ? .edited : .foreign, existing)
  }

  /// Looks at a file that is no longer generated; nil when there is nothing to do about it.
  mutating func survey(former path: RelativePath) throws(DiagnosticError) -> SurveyedFile? {
    if let obstacle = try obstacle(above: path) {
      // A folder that became a file took the former file with it; a link would have us delete elsewhere.
      guard obstacle.isLink else { return nil }
      let state = OutputState.blocked(path: obstacle.path, reason: obstacle.reason)
      return SurveyedFile(path: path, state: state, generated: nil, existing: nil)
    }
    guard try folder.kind(of: folder.path(of: path)) == .file else { return nil }
    let existing = try folder.contents(of: folder.path(of: path))
    let state: OutputState = record.wrote(existing, at: path) ? .stale : .edited
    return SurveyedFile(path: path, state: state, generated: nil, existing: existing)
  }

  private func isRecorded(_ path: RelativePath) -> Bool {
    record.paths.contains(path) || formerByFoldedPath[path.folded] != nil
  }

  private func wrote(_ bytes: [UInt8], at path: RelativePath) -> Bool {
    if record.wrote(bytes, at: path) { return true }
    guard let former = formerByFoldedPath[path.folded] else { return false }
    return record.wrote(bytes, at: former)
  }
}

// MARK: - The folders above

extension OutputSurveyor {
  private struct Obstacle {
    let path: String
    let reason: String
    let isLink: Bool
  }

  private static let linkReason = "it is a symbolic link that leads out of the output folder"

  /// The outermost of the folders above a path that is no folder, or is one elsewhere.
  private mutating func obstacle(above path: RelativePath) throws(DiagnosticError) -> Obstacle? {
    for parent in path.folders {
      if let known = obstacles[parent] {
        if let known { return known }
        continue
      }
      let obstacle = try obstacle(at: folder.path(of: parent))
      obstacles[parent] = .some(obstacle)
      if let obstacle { return obstacle }
    }
    return nil
  }

  private func obstacle(at path: String) throws(DiagnosticError) -> Obstacle? {
    switch try folder.kind(of: path) {
    case nil, .folder:
      return nil
    case .symbolicLink:
      if leavesFolder(path) { return Obstacle(path: path, reason: Self.linkReason, isLink: true) }
      return nil
    case .file, .other:
      return Obstacle(path: path, reason: "a file has the name of a folder that is needed", isLink: false)
    }
  }

  /// Whether a link leads out of the output folder, or nowhere.
  private func leavesFolder(_ path: String) -> Bool {
    guard let root = folder.fileSystem.canonicalPath(of: folder.path),
      let target = folder.fileSystem.canonicalPath(of: path)
    else { return true }
    return !(target + "/").hasPrefix(root == "/" ? "/" : root + "/")
  }
}
