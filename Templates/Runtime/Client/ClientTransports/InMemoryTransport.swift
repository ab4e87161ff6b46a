public import Foundation
public import HTTPTypes

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
