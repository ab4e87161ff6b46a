import Foundation
import HTTPTypes

/// Where the events of a response come from.
nonisolated struct EventSource: Sendable {
  /// What some streams of JSON send last, which is no JSON.
  static let end = "[DONE]"

  /// When a stream connects again.
  nonisolated struct Reconnection: Sendable {
    let attempts: Int
    let delay: Duration
  }

  let response: RawResponse
  var form: EventForm
  var reconnection: Reconnection?

  func error(_ kind: APIError.Kind, _ reason: String, _ underlyingError: any Error) -> APIError {
    APIError(
      kind,
      response.operationID,
      status: response.status,
      headers: response.headers,
      reason: reason,
      underlyingError: underlyingError
    )
  }
}

/// Reads the events of a response, over several connections if it is to.
nonisolated struct EventReader {
  let source: EventSource

  private var chunks: HTTPBody.AsyncIterator
  private var parser = ServerSentEventParser()
  private var pending: ArraySlice<ServerSentEvent> = []
  private var failures = 0

  init(_ source: EventSource) {
    self.source = source
    chunks = source.response.content.makeAsyncIterator()
  }

  mutating func next() async throws -> ServerSentEvent? {
    while true {
      if let event = pending.popFirst() {
        failures = 0
        return event
      }
      do {
        if let chunk = try await chunks.next() {
          pending = try parser.events(in: chunk)[...]
          continue
        }
      } catch {
        try await recover(from: error)
        continue
      }
      guard source.reconnection != nil, try await reconnect() else { return nil }
    }
  }

  /// Connects again after an error, or throws it.
  private mutating func recover(from error: any Error) async throws {
    if error is CancellationError || Task.isCancelled { throw CancellationError() }
    guard source.reconnection != nil, ClientTransportFailure.isConnectionFailure(error) else {
      throw error as? APIError
        ?? source.error(.transport, ClientTransportFailure.text(error), error)
    }
    if !(try await reconnect()) { chunks = HTTPBody.empty.makeAsyncIterator() }
  }

  /// Sends the request again; false when the server says that there is no more (204).
  private mutating func reconnect() async throws -> Bool {
    guard let reconnection = source.reconnection, let reopen = source.response.reopen else { return false }
    let lastEventID = parser.lastEventID
    let delay = parser.retry ?? reconnection.delay
    parser = ServerSentEventParser(lastEventID: lastEventID)
    while true {
      failures += 1
      try await Task.sleep(for: delay)
      do {
        let response = try await reopen(lastEventID)
        guard response.status != .noContent else { return false }
        chunks = response.content.makeAsyncIterator()
        return true
      } catch let error as APIError where error.isConnectionFailure && failures < reconnection.attempts {
        continue
      }
    }
  }
}

/// The events that a body carries.
nonisolated struct CarriedEvents: AsyncSequence, Sendable {
  typealias Element = ServerSentEvent

  let body: HTTPBody
  /// The most bytes that one event may have.
  let limit: Int

  nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var chunks: HTTPBody.AsyncIterator
    fileprivate var parser: ServerSentEventParser
    fileprivate var pending: ArraySlice<ServerSentEvent> = []

    /// The next event.
    ///
    /// - Throws: ``HTTPBodyTooLarge`` for an event beyond the limit, and what the body throws.
    mutating func next() async throws -> ServerSentEvent? {
      while true {
        if let event = pending.popFirst() { return event }
        guard let chunk = try await chunks.next() else { return nil }
        pending = try parser.events(in: chunk)[...]
      }
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(chunks: body.makeAsyncIterator(), parser: ServerSentEventParser(limit: limit))
  }
}
