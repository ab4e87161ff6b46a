public import SourceDocuments

/// The property that tells the alternatives of a union apart (OpenAPI 3.1.1 §4.8.25).
public struct Discriminator: Sendable {
  public var propertyName: String
  public var mapping: [DiscriminatorMapping]
  /// The schema for values without a mapping (OpenAPI 3.2).
  public var defaultMapping: String?
  /// The node of that schema; nil when it leads nowhere.
  public var defaultTarget: SourceNode?
  public var origin: SourceNode

  public init(
    propertyName: String,
    mapping: [DiscriminatorMapping] = [],
    defaultMapping: String? = nil,
    defaultTarget: SourceNode? = nil,
    origin: SourceNode
  ) {
    self.propertyName = propertyName
    self.mapping = mapping
    self.defaultMapping = defaultMapping
    self.defaultTarget = defaultTarget
    self.origin = origin
  }
}
