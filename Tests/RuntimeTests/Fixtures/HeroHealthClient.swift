import Foundation
import HTTPTypes

@testable import ClientRuntime

/// A client as it is generated.
nonisolated struct HeroHealthClient: Sendable {
  var core: ClientCore

  init(
    server: APIServer,
    credentials: APICredentials = APICredentials(),
    configuration: ClientConfiguration = ClientConfiguration(),
    transport: any ClientTransport = URLSessionTransport()
  ) {
    core = ClientCore(
      server: server,
      credentials: credentials,
      configuration: configuration,
      transport: transport
    )
  }

  var messages: MessagesService { MessagesService(core: core) }
}

nonisolated extension APIServer {
  static let staging = APIServer("https://api.staging.example.org/", "Staging")
  static let production = APIServer("https://api.example.org/", "Production")
}

nonisolated extension APICredentials {
  init(apiKey: String? = nil, practiceGroupID: String? = nil, bearerToken: String? = nil) {
    self.init()
    setHeader("x-api-key", apiKey, scheme: "apiKeyAuth")
    setHeader("x-practice-group-id", practiceGroupID, scheme: "practiceGroupId")
    setBearer(bearerToken.map { APIAccessToken($0) }, scheme: "bearerAuth")
  }
}

/// A service as it is generated.
nonisolated struct MessagesService: Sendable {
  let withResponse: WithResponse

  init(core: ClientCore) {
    withResponse = WithResponse(core: core)
  }

  func sendMessage(
    _ body: SendMessageRequest,
    options: CallOptions? = nil
  ) async throws -> SentMessage {
    try await withResponse.sendMessage(body, options: options).body
  }

  func getMessageStatus(id: String, options: CallOptions? = nil) async throws -> JSONValue {
    try await withResponse.getMessageStatus(id: id, options: options).body
  }

  func deleteMessage(id: String, options: CallOptions? = nil) async throws {
    _ = try await withResponse.deleteMessage(id: id, options: options)
  }

  func listEpisodes(
    pageIndex: Int? = nil,
    status: [SendMessageRequest.MessageType]? = nil,
    orderDescending: [String]? = nil,
    requestID: String? = nil,
    since: Date? = nil,
    options: CallOptions? = nil
  ) async throws -> JSONValue {
    try await withResponse.listEpisodes(
      pageIndex: pageIndex,
      status: status,
      orderDescending: orderDescending,
      requestID: requestID,
      since: since,
      options: options
    ).body
  }

  nonisolated struct WithResponse: Sendable {
    let core: ClientCore

    func sendMessage(
      _ body: SendMessageRequest,
      options: CallOptions? = nil
    ) async throws -> APIResponse<SentMessage> {
      try await core.json(MessagesEndpoint.sendMessage(body), as: SentMessage.self, options)
    }

    func getMessageStatus(
      id: String,
      options: CallOptions? = nil
    ) async throws -> APIResponse<JSONValue> {
      try await core.json(MessagesEndpoint.getMessageStatus(id: id), as: JSONValue.self, options)
    }

    func deleteMessage(id: String, options: CallOptions? = nil) async throws -> APIResponse<Void> {
      try await core.empty(MessagesEndpoint.deleteMessage(id: id), options)
    }

    func listEpisodes(
      pageIndex: Int? = nil,
      status: [SendMessageRequest.MessageType]? = nil,
      orderDescending: [String]? = nil,
      requestID: String? = nil,
      since: Date? = nil,
      options: CallOptions? = nil
    ) async throws -> APIResponse<JSONValue> {
      let endpoint = MessagesEndpoint.listEpisodes(
        pageIndex: pageIndex,
        status: status,
        orderDescending: orderDescending,
        requestID: requestID,
        since: since
      )
      return try await core.json(endpoint, as: JSONValue.self, options)
    }
  }
}
