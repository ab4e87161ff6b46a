public import HTTPTypes

/// What a handler may want to know about a request beyond its parameters.
public nonisolated struct RequestContext: Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The path with its variables, such as `/v1/messages/{id}`: what logs may show of the path.
  public let pathTemplate: String

  /// Method, path and headers as they came.
  public let request: HTTPRequest

  /// The credentials that came with the request.
  public let credentials: PresentedCredentials

  /// Status and headers of the response, for the handler to set.
  public let response = ResponseHead()
}
