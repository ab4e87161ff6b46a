import ClientRuntime
import Foundation
import HTTPTypes
import ServerRuntime

/// A handler protocol as it is generated.
nonisolated protocol MessagesHandler: Sendable {
  func sendMessage(_ body: SendMessageRequest, context: RequestContext) async throws -> SentMessage
  func getMessageStatus(id: String, context: RequestContext) async throws -> JSONValue
  func listEpisodes(
    pageIndex: Int?,
    status: [SendMessageRequest.MessageType]?,
    orderDescending: [String]?,
    requestID: String?,
    since: Date?,
    context: RequestContext
  ) async throws -> JSONValue
  func deleteMessage(id: String, context: RequestContext) async throws
}

nonisolated extension MessagesHandler {
  func sendMessage(_ body: SendMessageRequest, context: RequestContext) async throws -> SentMessage {
    throw HandlerError.notImplemented(context)
  }

  func getMessageStatus(id: String, context: RequestContext) async throws -> JSONValue {
    throw HandlerError.notImplemented(context)
  }

  func listEpisodes(
    pageIndex: Int?,
    status: [SendMessageRequest.MessageType]?,
    orderDescending: [String]?,
    requestID: String?,
    since: Date?,
    context: RequestContext
  ) async throws -> JSONValue {
    throw HandlerError.notImplemented(context)
  }

  func deleteMessage(id: String, context: RequestContext) async throws {
    throw HandlerError.notImplemented(context)
  }
}

/// Answers with examples.
nonisolated struct MessagesStub: MessagesHandler {
  func sendMessage(_ body: SendMessageRequest, context: RequestContext) async throws -> SentMessage {
    try StubExample.decode(
      SentMessage.self,
      #"""
      {"message_id":"1","snomed_code":null,"count":1,"tags":["a"],"created_at":"2026-03-15T09:30:00Z","write_to_record":false}
      """#
    )
  }

  func getMessageStatus(id: String, context: RequestContext) async throws -> JSONValue {
    ["id": .string(id), "status": "delivered"]
  }

  func deleteMessage(id: String, context: RequestContext) async throws {}
}

nonisolated struct MessagesRoutes: RouteGroup {
  let handler: any MessagesHandler

  static let routes: [Route] = [
    Route("sendMessage", .post, "/v1/messages/send", security: [["apiKeyAuth", "practiceGroupId"]]),
    Route(
      "getMessageStatus",
      .get,
      "/v1/messages/{id}/status",
      security: [["apiKeyAuth", "practiceGroupId"], ["bearerAuth"]]
    ),
    Route("deleteMessage", .delete, "/v1/messages/{id}", security: []),
    Route("listEpisodes", .get, "/v1/episodes", security: [[]]),
  ]

  func respond(to request: ServerRequest) async throws -> ServerResponse {
    switch request.route.operationID {
    case "sendMessage": try await sendMessage(request)
    case "getMessageStatus": try await getMessageStatus(request)
    case "deleteMessage": try await deleteMessage(request)
    case "listEpisodes": try await listEpisodes(request)
    default: throw HandlerError.notImplemented(request.context)
    }
  }

  private func sendMessage(_ request: ServerRequest) async throws -> ServerResponse {
    let body = try await request.json(SendMessageRequest.self)
    return try .json(.ok, await handler.sendMessage(body, context: request.context))
  }

  private func getMessageStatus(_ request: ServerRequest) async throws -> ServerResponse {
    let answer = try await handler.getMessageStatus(
      id: request.path("id", String.self),
      context: request.context
    )
    return try .json(.ok, answer)
  }

  private func deleteMessage(_ request: ServerRequest) async throws -> ServerResponse {
    try await handler.deleteMessage(id: request.path("id", String.self), context: request.context)
    return .empty(.noContent)
  }

  private func listEpisodes(_ request: ServerRequest) async throws -> ServerResponse {
    let answer = try await handler.listEpisodes(
      pageIndex: request.queryIfPresent("page_index", Int.self),
      status: request.queryIfPresent("status[]", [SendMessageRequest.MessageType].self),
      orderDescending: request.queryIfPresent(
        "order_descending[]",
        [String].self,
        .spaceDelimited,
        explode: false
      ),
      requestID: request.headerIfPresent("X-Request-ID", String.self),
      since: request.queryIfPresent("since", Date.self),
      context: request.context
    )
    return try .json(.ok, answer)
  }
}
