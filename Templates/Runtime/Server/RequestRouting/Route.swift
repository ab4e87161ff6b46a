public import HTTPTypes

/// An operation as a server knows it: its method, its path and the credentials it needs.
public nonisolated struct Route: Hashable, Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The method.
  public let method: HTTPRequest.Method

  /// The path with its variables, such as `/v1/messages/{id}`.
  public let pathTemplate: String

  /// The security requirement: alternatives, each a list of schemes that are needed together. Empty means none.
  public let security: [[String]]

  /// The media type of answers that are errors, unless these say so themselves.
  public let failureMediaType: String

  /// A route.
  public init(
    _ operationID: String,
    _ method: HTTPRequest.Method,
    _ pathTemplate: String,
    security: [[String]] = [],
    failureMediaType: String = "application/json"
  ) {
    self.operationID = operationID
    self.method = method
    self.pathTemplate = pathTemplate
    self.security = security
    self.failureMediaType = failureMediaType
  }
}
