public import SourceDocuments

/// A request that the API sends on its own account (OpenAPI 3.1.1 §4.8.1, `webhooks`).
public struct Webhook: Sendable {
  public var name: String
  public var item: PathItem
  public var origin: SourceNode

  public init(name: String, item: PathItem, origin: SourceNode) {
    self.name = name
    self.item = item
    self.origin = origin
  }
}
