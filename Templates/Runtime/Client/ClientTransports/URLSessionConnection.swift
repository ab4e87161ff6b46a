import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

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
