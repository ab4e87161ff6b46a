public import SourceDocuments

/// A value of a discriminator with the schema it stands for (OpenAPI 3.1.1 §4.8.25.1).
public struct DiscriminatorMapping: Sendable {
  public var value: String
  /// The schema as written: a component name or a reference.
  public var reference: String
  /// The node of the schema; nil when the reference leads nowhere.
  public var target: SourceNode?
  public var origin: SourceNode

  public init(value: String, reference: String, target: SourceNode? = nil, origin: SourceNode) {
    self.value = value
    self.reference = reference
    self.target = target
    self.origin = origin
  }
}
