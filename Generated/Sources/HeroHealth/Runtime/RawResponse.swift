public import Foundation
public import HTTPTypes

/// What a successful call answered, before its body is read: for operations with several forms of success.
public nonisolated struct RawResponse: Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The status, from the range 200 to 299.
  public let status: HTTPResponse.Status

  /// The headers.
  public let headers: HTTPFields

  /// The body.
  public let body: Data

  /// The media type of the body in lower case, without parameters: `application/json`. Empty if there is none.
  public var mediaType: String {
    HTTPMediaType.essence(headers[.contentType])
  }

  /// The body as a value that is written as JSON.
  ///
  /// - Throws: ``APIError`` of kind `decoding`.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    do {
      return try JSONCoding.decode(type, from: body)
    } catch {
      throw APIError(decoding: self, error)
    }
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

  /// The response with a body in place of the bytes.
  public func with<Body: Sendable>(_ body: Body) -> APIResponse<Body> {
    APIResponse(body: body, status: status, headers: headers)
  }
}

nonisolated extension RawResponse: RedactedDescribable {
  /// The operation, the status and the size of the body.
  public var redactedDescription: String {
    "\(operationID): \(status.code), \(body.count) bytes"
  }
}
