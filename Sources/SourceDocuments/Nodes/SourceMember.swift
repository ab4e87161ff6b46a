/// A name and its value in an object.
public struct SourceMember: Sendable {
  public var key: String
  /// Where the name stands. For a member that a YAML merge key brought in, this is in the merged mapping.
  public var keyLocation: SourceLocation
  public var value: SourceNode
}
