public import HTTPTypes

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
