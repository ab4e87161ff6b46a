/// Where files come from.
public protocol FileReading: Sendable {
  /// The bytes of the file at a path.
  func read(_ path: String) throws(FileReadingFailure) -> [UInt8]

  /// The one absolute path of the file or folder at a path, symbolic links followed; nil when nothing is
  /// there. Two paths with the same canonical path are the same file.
  func canonicalPath(_ path: String) -> String?
}

extension FileReading {
  /// The path in normal form, for sources that have no links and no working directory.
  public func canonicalPath(_ path: String) -> String? {
    FilePath("/").appending(FilePath(path)).text
  }
}
