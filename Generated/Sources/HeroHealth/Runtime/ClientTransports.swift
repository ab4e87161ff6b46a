public import Foundation
public import HTTPTypes

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// Answers requests without a network, and records them: for tests and previews.
///
/// ```swift
/// let transport = InMemoryTransport { request, body in (HTTPResponse(status: .ok), .data(json)) }
/// ```
public nonisolated struct InMemoryTransport: ClientTransport {
  /// Answers a request.
  public typealias Handler = @Sendable (HTTPRequest, HTTPBody) async throws -> (HTTPResponse, HTTPBody)

  /// A request that was sent.
  public nonisolated struct Recorded: Sendable, RedactedDescribable {
    /// Method, URL and headers.
    public let request: HTTPRequest

    /// The body.
    public let body: Data
  }

  private let handler: Handler
  private let recorder = Recorder()

  /// A transport that is answered by a function, such as the `respond` of a router.
  public init(_ handler: @escaping Handler) {
    self.handler = handler
  }

  /// The requests so far, in the order in which they were sent.
  public var requests: [Recorded] {
    recorder.requests
  }

  public func send(_ request: HTTPRequest, body: HTTPBody) async throws -> (HTTPResponse, HTTPBody) {
    try Task.checkCancellation()
    let data = try await body.collect(upTo: .max)
    recorder.append(Recorded(request: request, body: data))
    return try await handler(request, .data(data))
  }
}

nonisolated extension InMemoryTransport {
  /// The requests so far.
  private nonisolated final class Recorder: @unchecked Sendable {
    private let lock = NSLock()
    private var recorded: [Recorded] = []

    var requests: [Recorded] {
      lock.withLock { recorded }
    }

    func append(_ request: Recorded) {
      lock.withLock { recorded.append(request) }
    }
  }
}

/// A session and the exchanges that run in it. The session ends when nobody holds the connection any more.
///
/// The session has the delegate, not each task: on Linux a task passes nothing to a delegate of its own.
nonisolated final class URLSessionConnection: Sendable {
  private let session: URLSession
  private let dispatcher = Dispatcher()

  init(_ configuration: URLSessionConfiguration) {
    session = URLSession(configuration: configuration, delegate: dispatcher, delegateQueue: nil)
  }

  deinit {
    session.finishTasksAndInvalidate()
  }

  /// Sends a request; returns when the head of the response is there, while its body still arrives.
  ///
  /// Nothing but the caller holds the stream of the body: when it is dropped, the task is cancelled.
  func send(_ request: URLRequest) async throws -> (HTTPResponse, HTTPBody) {
    let (stream, chunks) = AsyncThrowingStream<Data, any Error>.makeStream()
    let exchange = URLSessionExchange(request, chunks)
    let task = session.dataTask(with: request)
    let dispatcher = dispatcher
    dispatcher.add(exchange, for: task)
    // A session is not relied upon to report what was cancelled: on Linux it may keep silent.
    let abandon: @Sendable () -> Void = {
      task.cancel()
      dispatcher.remove(task)?.finish(URLError(.cancelled))
    }
    chunks.onTermination = { reason in
      if case .cancelled = reason { abandon() }
    }
    let response = try await withTaskCancellationHandler {
      try await exchange.start(task)
    } onCancel: {
      abandon()
    }
    return (response, .stream(stream))
  }
}

// MARK: - Delegate

nonisolated extension URLSessionConnection {
  /// Passes what a session tells its delegate to the exchange of the task.
  private nonisolated final class Dispatcher: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private let lock = NSLock()
    private var exchanges: [Int: URLSessionExchange] = [:]

    func add(_ exchange: URLSessionExchange, for task: URLSessionTask) {
      lock.withLock { exchanges[task.taskIdentifier] = exchange }
    }

    func remove(_ task: URLSessionTask) -> URLSessionExchange? {
      lock.withLock { exchanges.removeValue(forKey: task.taskIdentifier) }
    }

    private func exchange(_ task: URLSessionTask) -> URLSessionExchange? {
      lock.withLock { exchanges[task.taskIdentifier] }
    }

    func urlSession(
      _ session: URLSession,
      dataTask: URLSessionDataTask,
      didReceive response: URLResponse,
      completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
      completionHandler(exchange(dataTask)?.receive(response) == true ? .allow : .cancel)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
      exchange(dataTask)?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
      remove(task)?.finish(error)
    }

    func urlSession(
      _ session: URLSession,
      task: URLSessionTask,
      willPerformHTTPRedirection response: HTTPURLResponse,
      newRequest: URLRequest,
      completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
      completionHandler(exchange(task)?.redirect(to: newRequest))
    }
  }
}

/// One request of a session and its response.
nonisolated final class URLSessionExchange: @unchecked Sendable {
  private let request: URLRequest
  private let chunks: AsyncThrowingStream<Data, any Error>.Continuation
  private let lock = NSLock()
  private var waiting: CheckedContinuation<HTTPResponse, any Error>?
  private var head: Result<HTTPResponse, any Error>?

  init(_ request: URLRequest, _ chunks: AsyncThrowingStream<Data, any Error>.Continuation) {
    self.request = request
    self.chunks = chunks
  }

  /// Starts the task and waits for the head of the response, unless the exchange has ended before.
  func start(_ task: URLSessionTask) async throws -> HTTPResponse {
    try await withCheckedThrowingContinuation { continuation in
      let head = lock.withLock {
        if self.head == nil { waiting = continuation }
        return self.head
      }
      if let head { continuation.resume(with: head) } else { task.resume() }
    }
  }

  /// Takes the head of the response; false if it is none of HTTP.
  func receive(_ response: URLResponse) -> Bool {
    guard let response = (response as? HTTPURLResponse).flatMap(HTTPResponse.init) else {
      answer(.failure(URLError(.badServerResponse)))
      return false
    }
    answer(.success(response))
    return true
  }

  /// Takes a chunk of the body.
  func receive(_ data: Data) {
    chunks.yield(data)
  }

  /// Takes the end, whether it is that of the body or of everything.
  func finish(_ error: (any Error)?) {
    answer(.failure(error ?? URLError(.badServerResponse)))
    chunks.finish(throwing: error)
  }

  /// The request that a redirect leads to, or nil if it leads to another origin.
  func redirect(to newRequest: URLRequest) -> URLRequest? {
    guard let origin = Origin(request.url), Origin(newRequest.url) == origin else { return nil }
    return newRequest
  }

  /// Passes on the head of the response, or why there is none; only the first time counts.
  private func answer(_ result: Result<HTTPResponse, any Error>) {
    let continuation = lock.withLock {
      if head == nil { head = result }
      defer { waiting = nil }
      return waiting
    }
    continuation?.resume(with: result)
  }
}

nonisolated extension URLSessionExchange {
  /// Scheme, host and port of a URL (RFC 6454).
  private nonisolated struct Origin: Hashable {
    let scheme: String
    let host: String
    let port: Int

    /// The origin of an absolute URL, or nil for another one.
    init?(_ url: URL?) {
      guard let scheme = url?.scheme?.lowercased(), let host = url?.host?.lowercased() else { return nil }
      self.scheme = scheme
      self.host = host
      port = url?.port ?? (scheme == "https" ? 443 : 80)
    }
  }
}

nonisolated extension HTTPResponse {
  /// The head of a response of `URLSession`, or nil if its status is none of HTTP.
  init?(_ response: HTTPURLResponse) {
    guard (100...999).contains(response.statusCode) else { return nil }
    var fields = HTTPFields()
    for (name, value) in response.allHeaderFields {
      guard let name = name as? String, let fieldName = HTTPField.Name(name), let value = value as? String
      else {
        continue
      }
      fields.append(HTTPField(name: fieldName, value: value))
    }
    self.init(status: Status(code: response.statusCode), headerFields: fields)
  }
}

/// Sends requests with `URLSession`.
///
/// A redirect to another origin (scheme, host, port) is not followed: the call fails with the status of the redirect,
/// because the headers with credentials would go along. `URLSession` takes a body as a whole, so a streamed one is
/// collected before it is sent.
public nonisolated struct URLSessionTransport: ClientTransport {
  private let connection: URLSessionConnection

  /// The most bytes that are taken of a streamed body.
  private let streamLimit: Int

  /// A transport with a session of its own, which keeps no cache and no cookies.
  ///
  /// - Parameters:
  ///   - configuration: The settings of the session. Unless given, nothing is written to disk.
  ///   - streamLimit: The most bytes that are taken of a streamed body. 64 MiB unless given.
  public init(configuration: URLSessionConfiguration? = nil, streamLimit: Int = 64 * 1_024 * 1_024) {
    connection = URLSessionConnection(configuration ?? Self.standardConfiguration())
    self.streamLimit = streamLimit
  }

  /// No cache, no cookies, no credential storage; timeouts are left to the client.
  private static func standardConfiguration() -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCredentialStorage = nil
    configuration.timeoutIntervalForRequest = 86_400
    return configuration
  }

  public func send(_ request: HTTPRequest, body: HTTPBody) async throws -> (HTTPResponse, HTTPBody) {
    guard var urlRequest = URLRequest(request) else { throw URLError(.badURL) }
    let data = try await body.collect(upTo: streamLimit)
    if !data.isEmpty { urlRequest.httpBody = data }
    return try await connection.send(urlRequest)
  }
}
