import Foundation
import HTTPTypes

/// What the services of a client share: it makes requests of parts, sends them and reads the answers.
nonisolated struct ClientCore: Sendable {
  let server: APIServer
  let credentials: APICredentials
  let configuration: ClientConfiguration
  let transport: any ClientTransport

  /// How the time between two attempts passes; tests let it pass at once.
  var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  init(
    server: APIServer,
    credentials: APICredentials,
    configuration: ClientConfiguration,
    transport: any ClientTransport
  ) {
    self.server = server
    self.credentials = credentials
    self.configuration = configuration
    self.transport = transport
  }

  /// A call that answers with JSON.
  func json<Body: Decodable & Sendable>(
    _ parts: RequestParts,
    as type: Body.Type,
    accepting mediaType: String = "application/json",
    _ options: CallOptions
  ) async throws -> APIResponse<Body> {
    let response = try await raw(parts, accepting: [mediaType], options)
    return response.with(try response.decode(type))
  }

  /// A call that answers with text.
  func text(
    _ parts: RequestParts,
    accepting mediaType: String = "text/plain",
    _ options: CallOptions
  ) async throws -> APIResponse<String> {
    let response = try await raw(parts, accepting: [mediaType], options)
    return response.with(try response.text())
  }

  /// A call that answers with bytes.
  func data(
    _ parts: RequestParts,
    accepting mediaType: String,
    _ options: CallOptions
  ) async throws -> APIResponse<Data> {
    let response = try await raw(parts, accepting: [mediaType], options)
    return response.with(response.body)
  }

  /// A call that answers without content.
  func empty(_ parts: RequestParts, _ options: CallOptions) async throws -> APIResponse<Void> {
    let response = try await raw(parts, accepting: ["application/json"], options)
    return response.with(())
  }

  /// A call that succeeds in several forms.
  func raw(
    _ parts: RequestParts,
    accepting mediaTypes: [String],
    _ options: CallOptions
  ) async throws -> RawResponse {
    var parts = parts
    parts.accept = mediaTypes.joined(separator: ", ")
    let request = try parts.request(
      to: options.server ?? server,
      options.credentials.map(credentials.merging) ?? credentials,
      configuration,
      callHeaders: options.headers
    )
    return try await send(
      request,
      timeout: options.timeout ?? configuration.timeout,
      retry: options.retry ?? configuration.retry
    )
  }
}
