import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

nonisolated extension ClientCore {
  /// Sends a request, again if need be, until it is answered or the time is up.
  func send(_ request: APIRequest, timeout: Duration, retry: RetryPolicy) async throws -> RawResponse {
    let deadline = ContinuousClock.now + timeout
    return try await withThrowingTaskGroup(of: RawResponse.self) { group in
      group.addTask { try await attempts(request, retry, until: deadline) }
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
    _ retry: RetryPolicy,
    until deadline: ContinuousClock.Instant
  ) async throws -> RawResponse {
    var attempt = 1
    while true {
      do {
        return try await self.attempt(request)
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

  /// Sends a request once.
  private func attempt(_ request: APIRequest) async throws -> RawResponse {
    let (response, body): (HTTPResponse, Data)
    do {
      let (head, stream) = try await pass(request, configuration.middleware[...])
      (response, body) = (head, try await stream.collect(upTo: configuration.responseLimit))
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
    guard response.status.kind == .successful else {
      throw APIError(
        .response,
        request.operationID,
        status: response.status,
        headers: response.headerFields,
        body: body,
        reason: HTTPStatusReason.text(response.status)
      )
    }
    return RawResponse(
      operationID: request.operationID,
      status: response.status,
      headers: response.headerFields,
      body: body
    )
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
