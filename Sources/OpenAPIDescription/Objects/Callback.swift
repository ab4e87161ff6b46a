public import SourceDocuments

/// Requests that the API makes back to its caller (OpenAPI 3.1.1 §4.8.18).
public struct Callback: Sendable {
  public var name: String
  /// The requests; the `path` of each is its runtime expression.
  public var items: [PathItem]
  public var origin: SourceNode

  public init(name: String, items: [PathItem] = [], origin: SourceNode) {
    self.name = name
    self.items = items
    self.origin = origin
  }
}
