public import HTTPTypes

/// Sees and may change requests and responses on their way: logging, tracing, signing, caching.
///
/// Requests carry credentials and personal data; what a log may show is `String(describing: request)`.
public nonisolated protocol ClientMiddleware: Sendable {
  /// Passes a request on and the response back.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - next: Sends it on its way.
  /// - Returns: The response, which is that of `next` or one made up here.
  func intercept(
    _ request: APIRequest,
    next: @Sendable (APIRequest) async throws -> (HTTPResponse, HTTPBody)
  ) async throws -> (HTTPResponse, HTTPBody)
}
