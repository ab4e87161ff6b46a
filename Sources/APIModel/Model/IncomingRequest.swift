public import SourceDocuments

/// A request that the API makes to its user: a webhook, or a callback of an operation.
public struct IncomingRequest: Sendable {
  public enum Source: Sendable, Hashable {
    /// A request that the API makes on its own account (OpenAPI 3.1.1 §4.8.1, `webhooks`).
    case webhook
    /// A request that follows an operation, to a URL that a runtime expression finds in it (§4.8.18).
    case callback(operation: String, expression: String)
  }

  public var source: Source
  /// The name under `webhooks`, which several methods may share; for a callback, that of the operation and its own.
  public var name: String
  /// Method, body, parameters and answers of the request.
  public var operation: Operation

  public var origin: SourceNode { operation.origin }

  /// The successful answer with a body: the first one that has one; nil where none has.
  public var answer: Response? {
    operation.successes.first { !$0.contents.isEmpty }
  }
}
