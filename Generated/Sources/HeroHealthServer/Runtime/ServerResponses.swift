public import Foundation
public import HTTPTypes
public import HeroHealth

/// What a handler may say of its response beyond what it returns.
///
/// ```swift
/// context.response.headers[.location] = "/v1/patients/\(patient.id)"
/// context.response.status = .created
/// ```
///
/// It counts for a handler that returns; what a handler throws has a status and headers of its own.
public nonisolated final class ResponseHead: @unchecked Sendable {
  private let lock = NSLock()
  private var storedStatus: HTTPResponse.Status?
  private var storedHeaders = ResponseHeaders()

  /// Nothing said.
  public init() {}

  /// The status, for an operation that is documented with several; nil is what the return value means.
  public var status: HTTPResponse.Status? {
    get { lock.withLock { storedStatus } }
    set { lock.withLock { storedStatus = newValue } }
  }

  /// The headers, beside those that the body brings.
  public var headers: ResponseHeaders {
    get { lock.withLock { storedHeaders } }
    set { lock.withLock { storedHeaders = newValue } }
  }
}

nonisolated extension ResponseHead: RedactedDescribable {
  /// The status.
  public var redactedDescription: String {
    status.map { "\($0.code)" } ?? "the documented status"
  }
}

/// What a handler answers.
public nonisolated struct ServerResponse: Sendable {
  /// The status.
  public var status: HTTPResponse.Status

  /// The headers.
  public var headers: ResponseHeaders

  /// The body.
  public var body: HTTPBody

  /// An answer of any kind.
  public init(_ status: HTTPResponse.Status, headers: ResponseHeaders = [:], body: HTTPBody = .empty) {
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

  /// An answer that is written as JSON, or has no content when there is nothing to write.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry.
  public static func json<Value: Encodable>(
    _ status: HTTPResponse.Status,
    _ value: Value?,
    orEmpty empty: HTTPResponse.Status,
    contentType: String = "application/json"
  ) throws -> ServerResponse {
    guard let value else { return .empty(empty) }
    return try .json(status, value, contentType: contentType)
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

  /// An answer of bytes in memory or a stream of them.
  public static func body(
    _ status: HTTPResponse.Status,
    _ body: HTTPBody,
    _ contentType: String
  ) -> ServerResponse {
    ServerResponse(status, headers: [.contentType: contentType], body: body)
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
