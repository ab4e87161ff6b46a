public import HTTPTypes

/// What holds for one call, in place of what the client is configured with.
public nonisolated struct CallOptions: Sendable, RedactedDescribable {
  /// How long the call may take in all; where the body of the response is streamed, up to its head.
  public var timeout: Duration?

  /// Headers of the request; they win over those of the client and the operation.
  public var headers: HTTPFields

  /// Credentials; they win over those of the client, scheme by scheme.
  public var credentials: APICredentials?

  /// The server.
  public var server: APIServer?

  /// When the call is tried again.
  public var retry: RetryPolicy?

  /// Options; what is nil is as the client has it.
  public init(
    timeout: Duration? = nil,
    headers: HTTPFields = [:],
    credentials: APICredentials? = nil,
    server: APIServer? = nil,
    retry: RetryPolicy? = nil
  ) {
    self.timeout = timeout
    self.headers = headers
    self.credentials = credentials
    self.server = server
    self.retry = retry
  }
}
