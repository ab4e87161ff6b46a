import SourceDocuments

/// The files of this machine, with another content for some of them.
struct ReplacedFiles: FileReading {
  /// By path.
  private let contents: [String: [UInt8]]
  private let canonical: [String: [UInt8]]
  private let files = DiskFiles()

  init(_ contents: [String: [UInt8]]) {
    self.contents = contents
    canonical = contents.reduce(into: [:]) { result, file in
      if let path = DiskFiles().canonicalPath(file.key) { result[path] = file.value }
    }
  }

  func read(_ path: String) throws(FileReadingFailure) -> [UInt8] {
    if let bytes = contents[path] ?? files.canonicalPath(path).flatMap({ canonical[$0] }) { return bytes }
    return try files.read(path)
  }

  func canonicalPath(_ path: String) -> String? { files.canonicalPath(path) }
}
