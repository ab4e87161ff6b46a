import Foundation
import HTTPTypes

/// What the services of a client share: it makes requests of parts, sends them and reads the answers.
///
/// A class, so that a service holds one reference: the compiler would emit copying and destroying all of this for each.
nonisolated final class ClientCore: Sendable {
  let server: APIServer
  let credentials: APICredentials
  let configuration: ClientConfiguration
  let transport: any ClientTransport

  /// How the time between two attempts passes; tests let it pass at once.
  let sleep: @Sendable (Duration) async throws -> Void

  init(
    server: APIServer,
    credentials: APICredentials,
    configuration: ClientConfiguration,
    transport: any ClientTransport,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.server = server
    self.credentials = credentials
    self.configuration = configuration
    self.transport = transport
    self.sleep = sleep
  }

  // Endpoints come as they are, and media types only where they differ: a call that computes nothing before it waits
  // compiles to half as many functions. What a body conforms to is found out at run time, as for members of models.

  /// A call that answers with JSON.
  func json<Body: Sendable>(
    _ endpoint: some APIEndpoint,
    as type: Body.Type,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<Body> {
    let expectation = ResponseExpectation(mediaTypes ?? "application/json")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.value(type))
  }

  /// A call that answers with JSON or without content.
  func jsonIfPresent<Body: Sendable>(
    _ endpoint: some APIEndpoint,
    as type: Body.Type,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<Body?> {
    let expectation = ResponseExpectation(mediaTypes ?? "application/json")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.valueIfPresent(type))
  }

  /// A call that answers with JSON, which may be `null`, or without content.
  func jsonIfPresent<Body: Sendable>(
    _ endpoint: some APIEndpoint,
    as type: Body?.Type,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<Body?> {
    let expectation = ResponseExpectation(mediaTypes ?? "application/json")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.valueIfPresent(type) ?? nil)
  }

  /// A call that answers with text.
  func text(
    _ endpoint: some APIEndpoint,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<String> {
    let expectation = ResponseExpectation(mediaTypes ?? "text/plain")
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(try response.text())
  }

  /// A call that answers with bytes, which are passed on as they arrive.
  func data(
    _ endpoint: some APIEndpoint,
    accepting mediaTypes: String,
    _ options: CallOptions?
  ) async throws -> APIResponse<HTTPBody> {
    let response = try await raw(endpoint.parts, ResponseExpectation(mediaTypes, streaming: ["*/*"]), options)
    return response.with(response.content)
  }

  /// A call that answers without content.
  func empty(_ endpoint: some APIEndpoint, _ options: CallOptions?) async throws -> APIResponse<Void> {
    try await raw(endpoint.parts, ResponseExpectation("application/json"), options).with(())
  }

  /// A call that answers with a redirect.
  func redirect(_ endpoint: some APIEndpoint, _ options: CallOptions?) async throws -> APIResponse<Void> {
    let expectation = ResponseExpectation("application/json", allowsRedirects: true)
    return try await raw(endpoint.parts, expectation, options).with(())
  }

  /// A call that succeeds in several forms.
  ///
  /// - Parameters:
  ///   - mediaTypes: What is asked for, as the `Accept` header has it.
  ///   - streamed: The media types whose bodies are passed on as they arrive.
  func raw(
    _ endpoint: some APIEndpoint,
    accepting mediaTypes: String,
    streaming streamed: [String] = [],
    _ options: CallOptions?
  ) async throws -> RawResponse {
    try await raw(endpoint.parts, ResponseExpectation(mediaTypes, streaming: streamed), options)
  }

  /// Sends a request with the credentials that it demands, which are fetched where they have to be.
  func raw(
    _ parts: RequestParts,
    _ expectation: ResponseExpectation,
    _ options: CallOptions?
  ) async throws -> RawResponse {
    var parts = parts
    parts.accept = expectation.accept
    if configuration.validatesRequests { try Self.validate(parts) }
    let credentials = options?.credentials.map(credentials.merging) ?? credentials
    let schemes = try parts.chosenSchemes(credentials)
    guard credentials.hasFetchedTokens(schemes) else {
      return try await send(parts, credentials, expectation, options)
    }
    let fetched = try await credentials.fetchingTokens(of: schemes)
    do {
      return try await send(parts, fetched, expectation, options)
    } catch let error as APIError where error.status == .unauthorized && parts.body.length != nil {
      // The token may have expired: a server that refused it has done nothing, so the call is sent once more.
      let renewed = try await credentials.fetchingTokens(of: schemes, refused: fetched)
      return try await send(parts, renewed, expectation, options)
    }
  }

  private func send(
    _ parts: RequestParts,
    _ credentials: APICredentials,
    _ expectation: ResponseExpectation,
    _ options: CallOptions?
  ) async throws -> RawResponse {
    let request = try parts.request(
      to: options?.server ?? parts.server(for: server),
      credentials,
      configuration,
      callHeaders: options?.headers ?? [:]
    )
    return try await send(
      request,
      expectation,
      timeout: options?.timeout ?? configuration.timeout,
      retry: options?.retry ?? configuration.retry
    )
  }

  private static func validate(_ parts: RequestParts) throws {
    do {
      try parts.validate()
    } catch {
      throw APIError(.invalidRequest, parts.operationID, reason: "\(error)", underlyingError: error)
    }
  }
}

/// What an operation expects of a successful response.
nonisolated struct ResponseExpectation: Sendable {
  /// The media types that the caller understands, as the `Accept` header has them.
  let accept: String

  /// The media types, or ranges, whose bodies are passed on as they arrive; others are collected first.
  let streamed: [String]

  /// Whether a redirect is an answer rather than an error.
  let allowsRedirects: Bool

  init(_ accept: String, streaming streamed: [String] = [], allowsRedirects: Bool = false) {
    self.accept = accept
    self.streamed = streamed
    self.allowsRedirects = allowsRedirects
  }

  /// Whether a status means success.
  func accepts(_ status: HTTPResponse.Status) -> Bool {
    status.kind == .successful || (allowsRedirects && status.kind == .redirection)
  }

  /// Whether the body of a response is passed on as it arrives.
  func streams(_ response: HTTPResponse) -> Bool {
    accepts(response.status)
      && HTTPMediaType.matches(HTTPMediaType.essence(response.headerFields[.contentType]), streamed)
  }
}
