import SourceDocuments

/// The files of this machine, with another content for one of them.
struct ReplacedFile: FileReading {
  let path: String
  let contents: [UInt8]
  private let files = DiskFiles()

  func read(_ path: String) throws(FileReadingFailure) -> [UInt8] {
    let isMeant =
      path == self.path || files.canonicalPath(path).map { $0 == files.canonicalPath(self.path) } ?? false
    return isMeant ? contents : try files.read(path)
  }

  func canonicalPath(_ path: String) -> String? { files.canonicalPath(path) }
}
