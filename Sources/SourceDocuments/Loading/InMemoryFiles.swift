/// Files that exist only in memory, by path. Meant for tests and for text that comes from elsewhere.
///
/// Relative paths start at `/`.
public struct InMemoryFiles: FileReading {
  private var contents: [FilePath: [UInt8]] = [:]

  public init(_ texts: [String: String]) {
    self.init(bytes: texts.mapValues { Array($0.utf8) })
  }

  public init(bytes contents: [String: [UInt8]]) {
    for (path, bytes) in contents {
      self.contents[Self.absolute(path)] = bytes
    }
  }

  public func read(_ path: String) throws(FileReadingFailure) -> [UInt8] {
    let path = Self.absolute(path)
    if let bytes = contents[path] { return bytes }
    throw contents.keys.contains(where: path.contains) ? .isDirectory : .missing
  }

  private static func absolute(_ path: String) -> FilePath {
    FilePath("/").appending(FilePath(path))
  }
}
