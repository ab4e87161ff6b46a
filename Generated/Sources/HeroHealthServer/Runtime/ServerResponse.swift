public import Foundation
public import HTTPTypes
public import HeroHealth

/// What a handler answers.
public nonisolated struct ServerResponse: Sendable {
  /// The status.
  public var status: HTTPResponse.Status

  /// The headers.
  public var headers: HTTPFields

  /// The body.
  public var body: HTTPBody

  /// An answer of any kind.
  public init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: HTTPBody = .empty) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer that is written as JSON.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry.
  public static func json<Value: Encodable>(
    _ status: HTTPResponse.Status,
    _ value: Value,
    contentType: String = "application/json"
  ) throws -> ServerResponse {
    .data(status, try JSONCoding.encode(value), contentType)
  }

  /// An answer of text in UTF-8.
  public static func text(
    _ status: HTTPResponse.Status,
    _ text: String,
    contentType: String = "text/plain; charset=utf-8"
  ) -> ServerResponse {
    .data(status, Data(text.utf8), contentType)
  }

  /// An answer of bytes.
  public static func data(
    _ status: HTTPResponse.Status,
    _ data: Data,
    _ contentType: String
  ) -> ServerResponse {
    ServerResponse(status, headers: [.contentType: contentType], body: .data(data))
  }

  /// An answer without content.
  public static func empty(_ status: HTTPResponse.Status) -> ServerResponse {
    ServerResponse(status)
  }
}

nonisolated extension ServerResponse: RedactedDescribable {
  /// The status and the size of the body.
  public var redactedDescription: String {
    "\(status.code), \(body.redactedDescription)"
  }
}
