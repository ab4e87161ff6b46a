public import SourceDocuments

/// A field whose name starts with `x-` (OpenAPI 3.1.1 §4.9).
public struct SpecificationExtension: Sendable {
  public var name: String
  public var value: SourceNode

  public init(name: String, value: SourceNode) {
    self.name = name
    self.value = value
  }
}
