public import HTTPTypes

/// What holds for all calls of a client.
public nonisolated struct ClientConfiguration: Sendable, RedactedDescribable {
  /// How long a call may take in all, with its retries and the waits between them; where the
  /// body of the response is streamed, up to its head. 60 seconds unless set.
  public var timeout: Duration

  /// Headers of every request.
  public var headers: HTTPFields

  /// When a call is tried again.
  public var retry: RetryPolicy

  /// What requests and responses pass through, the first one outermost; every attempt passes anew.
  public var middleware: [any ClientMiddleware]

  /// The `User-Agent` header. The name of the module unless set.
  public var userAgent: String

  /// The most bytes that are taken of a response, unless it is streamed. 64 MiB unless set.
  public var responseLimit: Int

  /// Whether requests are held against the constraints of the description before they are sent: lengths, bounds,
  /// patterns. Unless set, that is left to the server.
  public var validatesRequests: Bool

  /// A configuration.
  public init(
    timeout: Duration = .seconds(60),
    headers: HTTPFields = [:],
    retry: RetryPolicy = RetryPolicy(),
    middleware: [any ClientMiddleware] = [],
    userAgent: String? = nil,
    responseLimit: Int = 64 * 1_024 * 1_024,
    validatesRequests: Bool = false
  ) {
    self.timeout = timeout
    self.headers = headers
    self.retry = retry
    self.middleware = middleware
    self.userAgent = userAgent ?? Self.moduleName
    self.responseLimit = responseLimit
    self.validatesRequests = validatesRequests
  }

  /// The name of this module, which stands first in the full name of its types.
  private static let moduleName = String(String(reflecting: ClientConfiguration.self).prefix { $0 != "." })
}
