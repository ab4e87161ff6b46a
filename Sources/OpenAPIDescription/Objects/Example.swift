public import SourceDocuments

/// An example of a value (OpenAPI 3.1.1 §4.8.19).
public struct Example: Sendable {
  /// Its name among `examples`; nil for the field `example`.
  public var name: String?
  public var summary: String?
  public var description: String?
  public var value: SourceNode?
  /// The value as it is sent (OpenAPI 3.2).
  public var serializedValue: String?
  public var externalValue: String?
  public var origin: SourceNode

  public init(
    name: String? = nil,
    summary: String? = nil,
    description: String? = nil,
    value: SourceNode? = nil,
    serializedValue: String? = nil,
    externalValue: String? = nil,
    origin: SourceNode
  ) {
    self.name = name
    self.summary = summary
    self.description = description
    self.value = value
    self.serializedValue = serializedValue
    self.externalValue = externalValue
    self.origin = origin
  }
}
