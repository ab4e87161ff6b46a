public import SourceDocuments

/// Properties that must be present when another one is (JSON Schema Validation 2020-12 §6.5.4).
public struct DependentRequired: Sendable {
  public var property: String
  public var required: [String]
  public var origin: SourceNode

  public init(property: String, required: [String], origin: SourceNode) {
    self.property = property
    self.required = required
    self.origin = origin
  }
}
