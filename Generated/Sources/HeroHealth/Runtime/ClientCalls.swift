import Foundation
public import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

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

/// What the services of a client share: it makes requests of parts, sends them and reads the answers.
///
/// A class, so that a service holds one reference: the compiler would emit copying and destroying all of this for each.
nonisolated final class ClientCore: Sendable {
  let server: APIServer
  let credentials: APICredentials
  let configuration: ClientConfiguration
  let transport: any ClientTransport

  /// How the time between two attempts passes; tests let it pass at once.
  let sleep: @Sendable (Duration) async throws -> Void

  init(
    server: APIServer,
    credentials: APICredentials,
    configuration: ClientConfiguration,
    transport: any ClientTransport,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.server = server
    self.credentials = credentials
    self.configuration = configuration
    self.transport = transport
    self.sleep = sleep
  }

  // Endpoints come as they are, and media types only where they differ: a call that computes nothing before it waits
  // compiles to half as many functions. What a body conforms to is found out at run time, as for members of models.

  /// A call that answers with JSON.
  func json<Body: Sendable>(
    _ endpoint: some APIEndpoint,
    as type: Body.Type,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<Body> {
    let expectation = ResponseExpectation(mediaTypes ?? "application/json")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.value(type))
  }

  /// A call that answers with JSON or without content.
  func jsonIfPresent<Body: Sendable>(
    _ endpoint: some APIEndpoint,
    as type: Body.Type,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<Body?> {
    let expectation = ResponseExpectation(mediaTypes ?? "application/json")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.valueIfPresent(type))
  }

  /// A call that answers with JSON, which may be `null`, or without content.
  func jsonIfPresent<Body: Sendable>(
    _ endpoint: some APIEndpoint,
    as type: Body?.Type,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<Body?> {
    let expectation = ResponseExpectation(mediaTypes ?? "application/json")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.valueIfPresent(type) ?? nil)
  }

  /// A call that answers with text.
  func text(
    _ endpoint: some APIEndpoint,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<String> {
    let expectation = ResponseExpectation(mediaTypes ?? "text/plain")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.text())
  }

  /// A call that answers with bytes, which are passed on as they arrive.
  func data(
    _ endpoint: some APIEndpoint,
    accepting mediaTypes: String,
    _ options: CallOptions?
  ) async throws -> APIResponse<HTTPBody> {
    let response = try await raw(endpoint.parts, ResponseExpectation(mediaTypes, streaming: ["*/*"]), options)
    return response.with(response.content)
  }

  /// A call that answers without content.
  func empty(_ endpoint: some APIEndpoint, _ options: CallOptions?) async throws -> APIResponse<Void> {
    try await raw(endpoint.parts, ResponseExpectation("application/json"), options).with(())
  }

  /// A call that answers with a redirect.
  func redirect(_ endpoint: some APIEndpoint, _ options: CallOptions?) async throws -> APIResponse<Void> {
    let expectation = ResponseExpectation("application/json", allowsRedirects: true)
    return try await raw(endpoint.parts, expectation, options).with(())
  }

  /// A call that succeeds in several forms.
  ///
  /// - Parameters:
  ///   - mediaTypes: What is asked for, as the `Accept` header has it.
  ///   - streamed: The media types whose bodies are passed on as they arrive.
  func raw(
    _ endpoint: some APIEndpoint,
    accepting mediaTypes: String,
    streaming streamed: [String] = [],
    _ options: CallOptions?
  ) async throws -> RawResponse {
    try await raw(endpoint.parts, ResponseExpectation(mediaTypes, streaming: streamed), options)
  }

  /// Sends a request with the credentials that it demands, which are fetched where they have to be.
  func raw(
    _ parts: RequestParts,
    _ expectation: ResponseExpectation,
    _ options: CallOptions?
  ) async throws -> RawResponse {
    var parts = parts
    parts.accept = expectation.accept
    if configuration.validatesRequests { try Self.validate(parts) }
    let credentials = options?.credentials.map(credentials.merging) ?? credentials
    let schemes = try parts.chosenSchemes(credentials)
    guard credentials.hasFetchedTokens(schemes) else {
      return try await send(parts, credentials, expectation, options)
    }
    let fetched = try await credentials.fetchingTokens(of: schemes)
    do {
      return try await send(parts, fetched, expectation, options)
    } catch let error as APIError where error.status == .unauthorized && parts.body.length != nil {
      // The token may have expired: a server that refused it has done nothing, so the call is sent once more.
      let renewed = try await credentials.fetchingTokens(of: schemes, refused: fetched)
      return try await send(parts, renewed, expectation, options)
    }
  }

  private func send(
    _ parts: RequestParts,
    _ credentials: APICredentials,
    _ expectation: ResponseExpectation,
    _ options: CallOptions?
  ) async throws -> RawResponse {
    let request = try parts.request(
      to: options?.server ?? parts.server(for: server),
      credentials,
      configuration,
      callHeaders: options?.headers ?? [:]
    )
    return try await send(
      request,
      expectation,
      timeout: options?.timeout ?? configuration.timeout,
      retry: options?.retry ?? configuration.retry
    )
  }

  private static func validate(_ parts: RequestParts) throws {
    do {
      try parts.validate()
    } catch {
      throw APIError(.invalidRequest, parts.operationID, reason: "\(error)", underlyingError: error)
    }
  }
}

/// What an operation expects of a successful response.
nonisolated struct ResponseExpectation: Sendable {
  /// The media types that the caller understands, as the `Accept` header has them.
  let accept: String

  /// The media types, or ranges, whose bodies are passed on as they arrive; others are collected first.
  let streamed: [String]

  /// Whether a redirect is an answer rather than an error.
  let allowsRedirects: Bool

  init(_ accept: String, streaming streamed: [String] = [], allowsRedirects: Bool = false) {
    self.accept = accept
    self.streamed = streamed
    self.allowsRedirects = allowsRedirects
  }

  /// Whether a status means success.
  func accepts(_ status: HTTPResponse.Status) -> Bool {
    status.kind == .successful || (allowsRedirects && status.kind == .redirection)
  }

  /// Whether the body of a response is passed on as it arrives.
  func streams(_ response: HTTPResponse) -> Bool {
    accepts(response.status)
      && HTTPMediaType.matches(HTTPMediaType.essence(response.headerFields[.contentType]), streamed)
  }
}

nonisolated extension ClientCore {
  /// Sends a request, again if need be, until it is answered or the time is up.
  ///
  /// The time holds for the head of the response and for a body that is collected, not for one that is streamed.
  func send(
    _ request: APIRequest,
    _ expectation: ResponseExpectation,
    timeout: Duration,
    retry: RetryPolicy
  ) async throws -> RawResponse {
    let deadline = ContinuousClock.now + timeout
    return try await withThrowingTaskGroup(of: RawResponse.self) { group in
      group.addTask {
        try await self.attempts(request, expectation, timeout: timeout, retry, until: deadline)
      }
      group.addTask {
        try await Task.sleep(until: deadline, clock: .continuous)
        throw APIError(.timeout, request.operationID, reason: "no answer within \(timeout)")
      }
      defer { group.cancelAll() }
      guard let response = try await group.next() else { throw CancellationError() }
      return response
    }
  }

  private func attempts(
    _ request: APIRequest,
    _ expectation: ResponseExpectation,
    timeout: Duration,
    _ retry: RetryPolicy,
    until deadline: ContinuousClock.Instant
  ) async throws -> RawResponse {
    var attempt = 1
    while true {
      do {
        let (response, content) = try await self.attempt(request, expectation)
        return RawResponse(
          operationID: request.operationID,
          status: response.status,
          headers: ResponseHeaders(response.headerFields),
          content: content,
          reopen: reopening(request, expectation, timeout, retry)
        )
      } catch let error as APIError {
        guard request.body.length != nil,
          let delay = retry.delay(after: error, attempt: attempt, request.http.method),
          ContinuousClock.now + delay < deadline
        else { throw error }
        try await sleep(delay)
        attempt += 1
      }
    }
  }

  /// Sends a request again, to go on after an event; nil for one whose body is gone.
  private func reopening(
    _ request: APIRequest,
    _ expectation: ResponseExpectation,
    _ timeout: Duration,
    _ retry: RetryPolicy
  ) -> (@Sendable (String?) async throws -> RawResponse)? {
    guard request.body.length != nil, !expectation.streamed.isEmpty else { return nil }
    return { lastEventID in
      var request = request
      if let lastEventID, HTTPHeaderText.isLegal(lastEventID), let name = HTTPField.Name("Last-Event-ID") {
        request.http.headerFields[name] = lastEventID
      }
      return try await self.send(request, expectation, timeout: timeout, retry: retry)
    }
  }

  /// Sends a request once.
  private func attempt(
    _ request: APIRequest,
    _ expectation: ResponseExpectation
  ) async throws -> (HTTPResponse, HTTPBody) {
    let (response, content): (HTTPResponse, HTTPBody)
    do {
      let (head, stream) = try await pass(request, configuration.middleware[...])
      if expectation.streams(head) { return (head, stream) }
      (response, content) = (head, .data(try await stream.collect(upTo: configuration.responseLimit)))
    } catch let error as APIError {
      throw error
    } catch {
      if error is CancellationError || Task.isCancelled { throw CancellationError() }
      throw APIError(
        .transport,
        request.operationID,
        reason: ClientTransportFailure.text(error),
        underlyingError: error
      )
    }
    guard expectation.accepts(response.status) else {
      throw APIError(
        .response,
        request.operationID,
        status: response.status,
        headers: ResponseHeaders(response.headerFields),
        body: try await content.collect(upTo: configuration.responseLimit),
        reason: HTTPStatusReason.text(response.status)
      )
    }
    return (response, content)
  }

  private func pass(
    _ request: APIRequest,
    _ middleware: ArraySlice<any ClientMiddleware>
  ) async throws -> (HTTPResponse, HTTPBody) {
    guard let first = middleware.first else {
      return try await transport.send(request.http, body: request.body)
    }
    return try await first.intercept(request) { try await pass($0, middleware.dropFirst()) }
  }
}

/// Sees and may change requests and responses on their way: logging, tracing, signing, caching.
///
/// Requests carry credentials and personal data; what a log may show is `String(describing: request)`.
public nonisolated protocol ClientMiddleware: Sendable {
  /// Passes a request on and the response back.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - next: Sends it on its way.
  /// - Returns: The response, which is that of `next` or one made up here.
  func intercept(
    _ request: APIRequest,
    next: @Sendable (APIRequest) async throws -> (HTTPResponse, HTTPBody)
  ) async throws -> (HTTPResponse, HTTPBody)
}

/// Sends requests and receives responses.
///
/// A transport answers with any status; it throws only if there is no response. It must stop when its task is
/// cancelled, which is how a timeout reaches it, and must not follow a redirect to another origin (scheme, host and
/// port), since headers with credentials would follow too.
public nonisolated protocol ClientTransport: Sendable {
  /// Sends a request and receives the response.
  ///
  /// - Throws: What kept it from an answer; `CancellationError` when its task was cancelled.
  func send(_ request: HTTPRequest, body: HTTPBody) async throws -> (HTTPResponse, HTTPBody)
}

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
