/// A file that generation wants in the output folder.
struct OutputFile: Sendable, Hashable {
  let path: RelativePath
  let contents: [UInt8]
  /// The fingerprint of the contents.
  let hash: ContentHash

  init(path: RelativePath, contents: [UInt8]) {
    self.path = path
    self.contents = contents
    hash = ContentHash(of: contents)
  }
}
