/// The few file operations that writing an output folder needs.
///
/// A protocol so that a test can stop a run after each single operation.
protocol FileSystem: Sendable {
  /// What stands at a path, or nil when nothing does.
  func kind(of path: String) throws(FileSystemFailure) -> FileKind?
  func contents(of path: String) throws(FileSystemFailure) -> [UInt8]
  /// The names in a folder, sorted, without `.` and `..`.
  func entries(of folder: String) throws(FileSystemFailure) -> [String]
  /// The absolute path without symbolic links, or nil when nothing is there.
  func canonicalPath(of path: String) -> String?
  func isWritable(_ folder: String) -> Bool

  /// Creates one folder; its parent must exist.
  func createFolder(_ path: String) throws(FileSystemFailure)
  /// Writes a new file or replaces the content of an old one.
  func write(_ bytes: [UInt8], to path: String) throws(FileSystemFailure)
  /// Moves a file within the folder's volume and replaces what was there, in one step.
  func rename(_ path: String, to target: String) throws(FileSystemFailure)
  func removeFile(_ path: String) throws(FileSystemFailure)
  /// Removes a folder, which must be empty.
  func removeFolder(_ path: String) throws(FileSystemFailure)
}

extension FileSystem {
  /// Creates a folder and those above it that do not exist yet.
  ///
  /// - Returns: The folders that were created, the outermost first.
  @discardableResult
  func createFolders(_ path: String) throws(FileSystemFailure) -> [String] {
    var missing: [String] = []
    var current = path
    while try kind(of: current) == nil {
      missing.append(current)
      guard let slash = current.lastIndex(of: "/"), slash != current.startIndex else { break }
      current = String(current[..<slash])
    }
    for folder in missing.reversed() {
      try createFolder(folder)
    }
    return missing.reversed()
  }
}
