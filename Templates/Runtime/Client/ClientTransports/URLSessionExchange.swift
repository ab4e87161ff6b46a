import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

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
