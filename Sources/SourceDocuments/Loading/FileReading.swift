/// Where files come from.
public protocol FileReading: Sendable {
  /// The bytes of the file at a path.
  func read(_ path: String) throws(FileReadingFailure) -> [UInt8]

  /// The one absolute path, without symbolic links, of the file or folder at a path; nil when nothing is there.
  func canonicalPath(_ path: String) -> String?
}

extension FileReading {
  /// The path in normal form, for sources that have no links.
  public func canonicalPath(_ path: String) -> String? {
    FilePath(path).text
  }
}
