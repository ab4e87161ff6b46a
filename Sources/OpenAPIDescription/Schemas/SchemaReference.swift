public import SourceDocuments

/// A `$ref` in a schema, resolved by one step.
public struct SchemaReference: Sendable {
  /// The reference as written.
  public var text: String
  /// Where it leads; when a reference stands there too, that one is not followed.
  public var target: SourceNode
  /// The string after `$ref`.
  public var origin: SourceNode

  public init(text: String, target: SourceNode, origin: SourceNode) {
    self.text = text
    self.target = target
    self.origin = origin
  }
}
