import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

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
