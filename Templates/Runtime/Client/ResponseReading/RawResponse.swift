public import Foundation
public import HTTPTypes

/// What a successful call answered, before its body is read: for operations with several forms of success.
public nonisolated struct RawResponse: Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The status: 200 to 299, or 300 to 399 where a redirect is all that the description promises.
  public let status: HTTPResponse.Status

  /// The headers.
  public let headers: ResponseHeaders

  /// The body: in memory, or, where the operation streams it, as it arrives.
  public let content: HTTPBody

  /// Sends the request again, to go on after an event.
  let reopen: (@Sendable (_ lastEventID: String?) async throws -> RawResponse)?

  init(
    operationID: String,
    status: HTTPResponse.Status,
    headers: ResponseHeaders,
    content: HTTPBody,
    reopen: (@Sendable (_ lastEventID: String?) async throws -> RawResponse)? = nil
  ) {
    self.operationID = operationID
    self.status = status
    self.headers = headers
    self.content = content
    self.reopen = reopen
  }

  /// The body, where it is in memory; empty for one that is streamed.
  public var body: Data {
    if case .data(let data) = content { data } else { Data() }
  }

  /// The media type of the body in lower case, without parameters: `application/json`. Empty if there is none.
  public var mediaType: String {
    HTTPMediaType.essence(headers[.contentType])
  }

  /// Whether the body has one of some media types, which may be ranges such as `image/*`.
  public func has(_ mediaTypes: String...) -> Bool {
    HTTPMediaType.matches(mediaType, mediaTypes)
  }

  /// The body as a value that is written as JSON.
  ///
  /// - Throws: ``APIError`` of kind `decoding`.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try value(type)
  }

  /// As ``decode(_:)``, for a type that is found to be `Decodable` at run time.
  func value<Value>(_ type: Value.Type) throws -> Value {
    do {
      return try JSONCoding.value(type, from: body)
    } catch {
      throw APIError(decoding: self, error)
    }
  }

  /// The body as a value that is written as JSON; nil when there is no body.
  ///
  /// - Throws: ``APIError`` of kind `decoding`.
  public func decodeIfPresent<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    try valueIfPresent(type)
  }

  /// As ``decodeIfPresent(_:)``, for a type that is found to be `Decodable` at run time.
  func valueIfPresent<Value>(_ type: Value.Type) throws -> Value? {
    body.isEmpty ? nil : try value(Value?.self)
  }

  /// The body as text.
  ///
  /// - Throws: ``APIError`` of kind `decoding` if it is not UTF-8.
  public func text() throws -> String {
    guard let text = String(data: body, encoding: .utf8) else {
      throw APIError(decoding: self, CodingProblem([], "expected text in UTF-8"))
    }
    return text
  }

  /// The error for a success that the description does not have.
  public func undocumented() -> APIError {
    APIError(decoding: self, CodingProblem([], "the description has no such success"))
  }

  /// The response with a body in place of the bytes.
  public func with<Body: Sendable>(_ body: Body) -> APIResponse<Body> {
    APIResponse(body: body, status: status, headers: headers)
  }
}

nonisolated extension RawResponse: RedactedDescribable {
  /// The operation, the status and the size of the body.
  public var redactedDescription: String {
    "\(operationID): \(status.code), \(content.redactedDescription)"
  }
}
