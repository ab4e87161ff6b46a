import HTTPTypes

/// When a call is tried again, and after how long.
///
/// A call whose method may safely be repeated (RFC 9110, section 9.2.2) is retried after 429, 503 and failures of the
/// connection. Any other call, such as a POST that sends a message to somebody, might be carried out twice, so it
/// is not retried unless ``retriesUnsafeCalls`` is set, and then only after a 429 or a 503 that says with
/// `Retry-After` that the server turned it away. A streamed body is never sent twice.
public nonisolated struct RetryPolicy: Hashable, Sendable {
  /// How often a call is sent at most, the first time included. 3 unless set.
  public var maximumAttempts: Int

  /// The wait before the second attempt, doubled for each further one. Half a second unless set.
  public var baseDelay: Duration

  /// The longest wait that doubling leads to. 8 seconds unless set.
  public var maximumDelay: Duration

  /// The longest wait that a server may ask for with `Retry-After`; if it asks for more, the call fails at once and
  /// the error has the wait. 30 seconds unless set.
  public var retryAfterLimit: Duration

  /// Whether calls whose method may not safely be repeated are retried after a 429 or 503 with `Retry-After`.
  public var retriesUnsafeCalls: Bool

  /// A policy.
  public init(
    maximumAttempts: Int = 3,
    baseDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(8),
    retryAfterLimit: Duration = .seconds(30),
    retriesUnsafeCalls: Bool = false
  ) {
    self.maximumAttempts = maximumAttempts
    self.baseDelay = baseDelay
    self.maximumDelay = maximumDelay
    self.retryAfterLimit = retryAfterLimit
    self.retriesUnsafeCalls = retriesUnsafeCalls
  }

  /// Every call is sent once.
  public static let never = RetryPolicy(maximumAttempts: 1)
}

nonisolated extension RetryPolicy {
  /// How long to wait before a call is sent again, or nil if it is not.
  ///
  /// - Parameters:
  ///   - error: Why the attempt failed.
  ///   - attempt: The number of the attempt that failed, from 1.
  ///   - method: The method of the call.
  func delay(after error: APIError, attempt: Int, _ method: HTTPRequest.Method) -> Duration? {
    guard attempt < maximumAttempts else { return nil }
    let isRepeatable = Self.repeatableMethods.contains(method)
    switch error.kind {
    case .transport:
      return isRepeatable && error.isConnectionFailure ? backoff(attempt) : nil
    case .response:
      guard error.status == .tooManyRequests || error.status == .serviceUnavailable else { return nil }
      if let wait = error.retryAfter {
        return (isRepeatable || retriesUnsafeCalls) && wait <= retryAfterLimit ? wait : nil
      }
      return isRepeatable ? backoff(attempt) : nil
    default:
      return nil
    }
  }

  /// The methods that may be repeated: those that are idempotent.
  private static let repeatableMethods: Set<HTTPRequest.Method> = [
    .get, .head, .options, .trace, .put, .delete, .query,
  ]

  /// Exponential backoff, of which a random half is waited, so that clients that failed together come back apart.
  private func backoff(_ attempt: Int) -> Duration {
    var delay = baseDelay
    for _ in 1..<max(attempt, 1) where delay < maximumDelay { delay *= 2 }
    return min(delay, maximumDelay) * Double.random(in: 0.5...1)
  }
}

nonisolated extension HTTPRequest.Method {
  /// A safe request with a body (draft-ietf-httpbis-safe-method-w-body).
  fileprivate static let query = HTTPRequest.Method(rawValue: "QUERY") ?? .get
}
