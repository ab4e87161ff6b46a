public import HTTPTypes

/// What a successful call answered: the body with status and headers.
public nonisolated struct APIResponse<Body: Sendable>: Sendable {
  /// The body.
  public let body: Body

  /// The status: 200 to 299, or 300 to 399 where a redirect is all that the description promises.
  public let status: HTTPResponse.Status

  /// The headers.
  public let headers: ResponseHeaders

  /// A response, for tests and middleware.
  public init(body: Body, status: HTTPResponse.Status, headers: ResponseHeaders = [:]) {
    self.body = body
    self.status = status
    self.headers = headers
  }
}

nonisolated extension APIResponse: RedactedDescribable {
  /// The status and the type of the body.
  public var redactedDescription: String {
    "\(status.code) \(Body.self)"
  }
}
