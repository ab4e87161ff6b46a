public import HTTPTypes

#if canImport(FoundationNetworking)
import Foundation
public import FoundationNetworking
#else
public import Foundation
#endif

/// Sends requests with `URLSession`.
///
/// A redirect to another origin (scheme, host, port) is not followed: the call fails with the status of the redirect,
/// because the headers with credentials would go along. `URLSession` takes a body as a whole, so a streamed one is
/// collected before it is sent.
public nonisolated struct URLSessionTransport: ClientTransport {
  private let connection: URLSessionConnection

  /// The most bytes that are taken of a streamed body.
  private let streamLimit: Int

  /// A transport with a session of its own, which keeps no cache and no cookies.
  ///
  /// - Parameters:
  ///   - configuration: The settings of the session. Unless given, nothing is written to disk.
  ///   - streamLimit: The most bytes that are taken of a streamed body. 64 MiB unless given.
  public init(configuration: URLSessionConfiguration? = nil, streamLimit: Int = 64 * 1_024 * 1_024) {
    connection = URLSessionConnection(configuration ?? Self.standardConfiguration())
    self.streamLimit = streamLimit
  }

  /// No cache, no cookies, no credential storage; timeouts are left to the client.
  private static func standardConfiguration() -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCredentialStorage = nil
    configuration.timeoutIntervalForRequest = 86_400
    return configuration
  }

  public func send(_ request: HTTPRequest, body: HTTPBody) async throws -> (HTTPResponse, HTTPBody) {
    guard var urlRequest = URLRequest(request) else { throw URLError(.badURL) }
    let data = try await body.collect(upTo: streamLimit)
    if !data.isEmpty { urlRequest.httpBody = data }
    return try await connection.send(urlRequest)
  }
}
