public import SourceDocuments

/// A `$ref` in a schema, resolved by one step.
public struct SchemaReference: Sendable {
  /// The reference as written.
  public var text: String
  /// Where it leads; when a reference stands there too, that one is not followed.
  public var target: SourceNode
  /// The name of the component that is nothing but a reference to the target, when there is one.
  public var componentName: String?
  /// The string after `$ref`.
  public var origin: SourceNode

  public init(text: String, target: SourceNode, componentName: String? = nil, origin: SourceNode) {
    self.text = text
    self.target = target
    self.componentName = componentName
    self.origin = origin
  }
}
