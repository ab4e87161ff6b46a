/// A file of a generated package.
public struct GeneratedFile: Sendable, Hashable {
  /// The path relative to the output folder, with `/` between folders.
  public var path: String
  public var contents: String

  public init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }
}
