/// A file of a generated package.
public struct GeneratedFile: Sendable, Hashable {
  /// The path relative to the output folder, with `/` between folders.
  public var path: String
  /// The text in UTF-8.
  public var contents: [UInt8]

  public init(path: String, contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }
}
