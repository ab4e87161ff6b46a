import ClientRuntime
import Foundation
import HTTPTypes

/// The webhooks of an API, as they are generated.
nonisolated enum PracticeWebhook: Sendable {
  case messageSent(SentMessage)
  case reportReady(Data)
  case tokenRequested
  case unrecognized(ReceivedWebhook)

  init(_ webhook: ReceivedWebhook) throws {
    switch webhook.name {
    case "message/sent":
      self = .messageSent(try webhook.decode(SentMessage.self))
    case "report ready":
      self = .reportReady(webhook.body)
    case "token requested":
      self = .tokenRequested
    default:
      self = .unrecognized(webhook)
    }
  }

  func request(to url: String) throws -> APIRequest {
    switch self {
    case .messageSent(let body):
      try WebhookRequest.json("message/sent", .post, body, to: url)
    case .reportReady(let body):
      try WebhookRequest.bytes("report ready", .put, body, to: url)
    case .tokenRequested:
      try WebhookRequest.bytes("token requested", .post, to: url)
    case .unrecognized(let webhook):
      try WebhookRequest.bytes(webhook.name ?? "", webhook.request.method, webhook.body, to: url)
    }
  }
}

/// A handler as it is generated.
nonisolated protocol PracticeWebhooksHandler: Sendable {
  func messageSent(_ body: SentMessage, webhook: ReceivedWebhook) async throws
  func reportReady(_ body: Data, webhook: ReceivedWebhook) async throws
  func tokenRequested(webhook: ReceivedWebhook) async throws -> SentMessage?
  func unrecognized(webhook: ReceivedWebhook) async throws
}

nonisolated extension PracticeWebhooksHandler {
  func messageSent(_ body: SentMessage, webhook: ReceivedWebhook) async throws {
    throw WebhookRefusal.notImplemented(webhook)
  }

  func reportReady(_ body: Data, webhook: ReceivedWebhook) async throws {
    throw WebhookRefusal.notImplemented(webhook)
  }

  func tokenRequested(webhook: ReceivedWebhook) async throws -> SentMessage? {
    throw WebhookRefusal.notImplemented(webhook)
  }

  func unrecognized(webhook: ReceivedWebhook) async throws {
    throw WebhookRefusal.notImplemented(webhook)
  }
}

/// A receiver as it is generated.
nonisolated struct PracticeWebhookReceiver: WebhookReceiving {
  let path: String
  let verify: WebhookVerification?
  private let handler: any PracticeWebhooksHandler

  init(
    handler: any PracticeWebhooksHandler,
    path: String = "/webhooks",
    verify: WebhookVerification? = nil
  ) {
    self.handler = handler
    self.path = path
    self.verify = verify
  }

  func name(of webhook: ReceivedWebhook) -> String? {
    guard case .object(let body)? = try? webhook.decode(JSONValue.self) else { return nil }
    return body["message_id"] == nil ? nil : "message/sent"
  }

  func receive(_ webhook: ReceivedWebhook) async throws -> WebhookAnswer {
    switch try PracticeWebhook(webhook) {
    case .messageSent(let body):
      try await handler.messageSent(body, webhook: webhook)
      return WebhookAnswer(.accepted)
    case .reportReady(let body):
      try await handler.reportReady(body, webhook: webhook)
      return WebhookAnswer(.noContent)
    case .tokenRequested:
      let answer = try await handler.tokenRequested(webhook: webhook)
      guard let answer else { return WebhookAnswer(.noContent) }
      return try .json(answer, .ok, "application/vnd.practice+json")
    case .unrecognized:
      try await handler.unrecognized(webhook: webhook)
      return WebhookAnswer(.ok)
    }
  }
}
