import ClientRuntime
import Foundation
import HTTPTypes

/// The requests of the Messages service.
nonisolated enum MessagesEndpoint: APIEndpoint {
  case sendMessage(_ body: SendMessageRequest)
  case getMessageStatus(id: String)
  case deleteMessage(id: String)
  case listEpisodes(
    pageIndex: Int? = nil,
    status: [SendMessageRequest.MessageType]? = nil,
    orderDescending: [String]? = nil,
    requestID: String? = nil,
    since: Date? = nil
  )

  var parts: RequestParts {
    switch self {
    case .sendMessage(let body):
      var parts = RequestParts(
        "sendMessage",
        .post,
        "/v1/messages/send",
        security: [["apiKeyAuth", "practiceGroupId"]]
      )
      parts.setJSON(body)
      return parts
    case .getMessageStatus(let id):
      var parts = RequestParts(
        "getMessageStatus",
        .get,
        "/v1/messages/{id}/status",
        security: [["apiKeyAuth", "practiceGroupId"], ["bearerAuth"]]
      )
      parts.setPath("id", id)
      return parts
    case .deleteMessage(let id):
      var parts = RequestParts("deleteMessage", .delete, "/v1/messages/{id}")
      parts.setPath("id", id)
      return parts
    case .listEpisodes(let pageIndex, let status, let orderDescending, let requestID, let since):
      var parts = RequestParts("listEpisodes", .get, "/v1/episodes", security: [[]])
      parts.addQuery("page_index", pageIndex)
      parts.addQuery("status[]", status)
      parts.addQuery("order_descending[]", orderDescending, .spaceDelimited, explode: false)
      parts.addHeader("X-Request-ID", requestID)
      parts.addQuery("since", since)
      return parts
    }
  }
}
