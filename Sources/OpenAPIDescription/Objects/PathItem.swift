public import SourceDocuments

/// The operations available on one path (OpenAPI 3.1.1 §4.8.9).
public struct PathItem: Sendable {
  /// The path template; empty under `webhooks` and `components`, the runtime expression in a callback.
  public var path: String
  public var summary: String?
  public var description: String?
  /// What replaces the servers of the document; empty when nothing does.
  public var servers: [Server]
  /// Parameters that hold for all operations unless one overrides them.
  public var parameters: [Parameter]
  /// In the order of the document.
  public var operations: [Operation]
  public var origin: SourceNode

  public init(
    path: String,
    summary: String? = nil,
    description: String? = nil,
    servers: [Server] = [],
    parameters: [Parameter] = [],
    operations: [Operation] = [],
    origin: SourceNode
  ) {
    self.path = path
    self.summary = summary
    self.description = description
    self.servers = servers
    self.parameters = parameters
    self.operations = operations
    self.origin = origin
  }
}
