import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request of a session and its response, as the delegate of the task.
nonisolated final class URLSessionExchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  private let request: URLRequest
  private let chunks: AsyncThrowingStream<Data, any Error>.Continuation
  private let lock = NSLock()
  private var waiting: CheckedContinuation<HTTPResponse, any Error>?

  private init(_ request: URLRequest, _ chunks: AsyncThrowingStream<Data, any Error>.Continuation) {
    self.request = request
    self.chunks = chunks
  }

  /// Sends a request; returns when the head of the response is there, while its body still arrives.
  ///
  /// Nothing but the caller holds the stream of the body: when it is dropped, the task is cancelled.
  static func send(_ request: URLRequest, in session: URLSession) async throws -> (HTTPResponse, HTTPBody) {
    let (stream, chunks) = AsyncThrowingStream<Data, any Error>.makeStream()
    let exchange = URLSessionExchange(request, chunks)
    let task = session.dataTask(with: request)
    task.delegate = exchange
    chunks.onTermination = { reason in
      if case .cancelled = reason { task.cancel() }
    }
    let response = try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        exchange.lock.withLock { exchange.waiting = continuation }
        task.resume()
      }
    } onCancel: {
      task.cancel()
    }
    return (response, .stream(stream))
  }

  private func answer(_ result: Result<HTTPResponse, any Error>) {
    let continuation = lock.withLock {
      defer { waiting = nil }
      return waiting
    }
    continuation?.resume(with: result)
  }

  // MARK: - Delegate

  func urlSession(
    _ session: URLSession,
    dataTask: URLSessionDataTask,
    didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = (response as? HTTPURLResponse).flatMap(HTTPResponse.init) {
      answer(.success(response))
      completionHandler(.allow)
    } else {
      answer(.failure(URLError(.badServerResponse)))
      completionHandler(.cancel)
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    chunks.yield(data)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    answer(.failure(error ?? URLError(.badServerResponse)))
    chunks.finish(throwing: error)
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(Origin(newRequest.url) == Origin(request.url) ? newRequest : nil)
  }
}

/// Scheme, host and port of a URL (RFC 6454).
nonisolated struct Origin: Hashable {
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
