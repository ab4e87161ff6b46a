public import HTTPTypes

/// An answer that refuses a webhook, for handlers and verifications to throw.
public nonisolated struct WebhookRefusal: Error, Hashable, Sendable {
  /// The status of the answer.
  public let status: HTTPResponse.Status

  /// What the sender is told; nothing of the body has a place in it.
  public let reason: String

  /// An answer.
  public init(_ status: HTTPResponse.Status, reason: String = "") {
    self.status = status
    self.reason = reason
  }

  /// 501, for a webhook without a handler.
  public static func notImplemented(_ webhook: ReceivedWebhook) -> WebhookRefusal {
    WebhookRefusal(.notImplemented)
  }
}
