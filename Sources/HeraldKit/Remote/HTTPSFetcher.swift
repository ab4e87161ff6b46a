import Dispatch
import Foundation
import SourceDocuments
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Fetches documents over https, one after the other, within ``FetchRules``. No cookies, credentials or caches
/// are used.
struct HTTPSFetcher: RemoteFetching {
  var rules = FetchRules()

  func fetch(_ address: String) throws(RemoteFailure) -> RemoteText {
    guard let url = URL(string: address) else { throw RemoteFailure("it is not an address") }
    if let refusal = rules.refusal(of: url.scheme) { throw RemoteFailure(refusal) }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = Double(rules.timeLimit)
    configuration.timeoutIntervalForResource = Double(rules.timeLimit)
    configuration.httpCookieStorage = nil
    configuration.urlCredentialStorage = nil
    configuration.urlCache = nil

    let transfer = Transfer(rules: rules)
    let session = URLSession(configuration: configuration, delegate: transfer, delegateQueue: nil)
    let task = session.dataTask(with: url)
    task.resume()
    // The time limit of the session counts from its last byte on some systems, so it is kept here too.
    if transfer.ended.wait(timeout: .now() + .seconds(rules.timeLimit)) == .timedOut {
      transfer.fail("it took longer than \(rules.timeLimit) seconds")
      task.cancel()
    }
    session.invalidateAndCancel()
    return try transfer.result(from: address).get()
  }
}

/// What becomes of one request. The session calls on a thread of its own.
private final class Transfer: NSObject, URLSessionDataDelegate {
  private struct State {
    var bytes: [UInt8] = []
    var redirections = 0
    var address: String?
    var refusal: String?
    var hasAnswer = false
  }

  let ended = DispatchSemaphore(value: 0)
  private let rules: FetchRules
  private let state = Mutex(State())

  init(rules: FetchRules) {
    self.rules = rules
  }

  func result(from address: String) -> Result<RemoteText, RemoteFailure> {
    state.withLock { state in
      if let refusal = state.refusal { return .failure(RemoteFailure(refusal)) }
      guard state.hasAnswer else { return .failure(RemoteFailure("there is no answer")) }
      return .success(RemoteText(address: state.address ?? address, bytes: state.bytes))
    }
  }

  /// Notes why the request fails; the first reason counts.
  func fail(_ reason: String) {
    state.withLock { state in
      if state.refusal == nil { state.refusal = reason }
    }
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    let count = state.withLock { state in
      state.redirections += 1
      state.address = request.url?.absoluteString
      return state.redirections
    }
    if let refusal = rules.refusal(ofRedirectionTo: request.url?.scheme, count: count) {
      fail(refusal)
      task.cancel()
      completionHandler(nil)
    } else {
      completionHandler(request)
    }
  }

  func urlSession(
    _ session: URLSession,
    dataTask: URLSessionDataTask,
    didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    let length = Int(clamping: response.expectedContentLength)
    if let refusal = rules.refusal(ofStatus: status) ?? rules.refusal(ofSize: length) {
      fail(refusal)
      completionHandler(.cancel)
    } else {
      state.withLock { $0.hasAnswer = true }
      completionHandler(.allow)
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let count = state.withLock { state in
      state.bytes.append(contentsOf: data)
      return state.bytes.count
    }
    if let refusal = rules.refusal(ofSize: count) {
      fail(refusal)
      dataTask.cancel()
    }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let error { fail(error.localizedDescription) }
    ended.signal()
  }
}
