/// A file that generation wants in the output folder.
struct OutputFile: Sendable, Hashable {
  let path: RelativePath
  let contents: [UInt8]

  var hash: ContentHash { ContentHash(of: contents) }
}
