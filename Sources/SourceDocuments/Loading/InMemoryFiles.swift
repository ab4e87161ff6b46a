/// Files that exist only in memory, by path. Meant for tests and for text that comes from elsewhere.
public struct InMemoryFiles: FileReading {
  private var contents: [String: [UInt8]] = [:]

  public init(_ texts: [String: String]) {
    self.init(bytes: texts.mapValues { Array($0.utf8) })
  }

  public init(bytes contents: [String: [UInt8]]) {
    for (path, bytes) in contents {
      self.contents[FilePath(path).text] = bytes
    }
  }

  public func read(_ path: String) throws(FileReadingFailure) -> [UInt8] {
    let path = FilePath(path).text
    if let bytes = contents[path] { return bytes }
    throw isFolder(path) ? .isDirectory : .missing
  }

  public func canonicalPath(_ path: String) -> String? {
    let path = FilePath(path).text
    return contents[path] != nil || isFolder(path) ? path : nil
  }

  private func isFolder(_ path: String) -> Bool {
    path == "." || contents.keys.contains { $0.hasPrefix(path == "/" ? path : path + "/") }
  }
}
