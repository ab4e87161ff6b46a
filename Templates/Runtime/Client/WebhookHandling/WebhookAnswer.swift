public import Foundation
public import HTTPTypes

/// What the sender of a webhook is answered.
public nonisolated struct WebhookAnswer: Sendable {
  /// The status of the answer.
  public let status: HTTPResponse.Status

  /// The media type of the body; nil without a body.
  public let contentType: String?

  /// The bytes of the body.
  public let body: Data

  /// An answer.
  public init(_ status: HTTPResponse.Status, contentType: String? = nil, body: Data = Data()) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// An answer with a body that is written as JSON.
  ///
  /// - Throws: `EncodingError` for a value that JSON cannot carry.
  public static func json(
    _ value: some Encodable,
    _ status: HTTPResponse.Status,
    _ contentType: String = "application/json"
  ) throws -> WebhookAnswer {
    WebhookAnswer(status, contentType: contentType, body: try JSONCoding.encode(value))
  }

  /// An answer with a text.
  public static func text(
    _ text: String,
    _ status: HTTPResponse.Status,
    _ contentType: String = "text/plain"
  ) -> WebhookAnswer {
    WebhookAnswer(status, contentType: contentType, body: Data(text.utf8))
  }

  /// An answer with bytes.
  public static func bytes(
    _ bytes: Data,
    _ status: HTTPResponse.Status,
    _ contentType: String = "application/octet-stream"
  ) -> WebhookAnswer {
    WebhookAnswer(status, contentType: contentType, body: bytes)
  }
}
