public import Foundation
public import HTTPTypes

/// Why a call failed.
///
/// Its text is fit for logs: it names the operation, the status and the reason, and never a header, a body, a parameter
/// or a credential. Those are properties, for whoever asks.
///
/// ```swift
/// do {
///   …
/// } catch let error as APIError where error.status == .badRequest {
///   let failure = try error.decode(ValidationFailure.self)
/// }
/// ```
public nonisolated struct APIError: Error, Sendable {
  /// What went wrong.
  public nonisolated enum Kind: String, Hashable, Sendable, CaseIterable {
    /// There was no response: the connection failed or was cut.
    case transport
    /// The call took longer than its timeout.
    case timeout
    /// The response has a status outside of 200 to 299.
    case response
    /// The response is not what the description says.
    case decoding
    /// The request cannot be sent: a value that a path, a header or JSON cannot carry, or a server without a URL.
    case invalidRequest
    /// A security scheme that the operation needs has no value. Nothing was sent.
    case missingCredentials
  }

  /// What went wrong.
  public let kind: Kind

  /// The operation, as the description names it.
  public let operationID: String

  /// The status of the response, if there was one.
  public let status: HTTPResponse.Status?

  /// The headers of the response. They may be personal.
  public let headers: ResponseHeaders

  /// The body of the response. It may be personal.
  public let body: Data

  /// The reason in words that are fit for logs.
  public let reason: String

  /// The error that led to this one. Its text may quote data.
  public let underlyingError: (any Error)?

  init(
    _ kind: Kind,
    _ operationID: String,
    status: HTTPResponse.Status? = nil,
    headers: ResponseHeaders = [:],
    body: Data = Data(),
    reason: String,
    underlyingError: (any Error)? = nil
  ) {
    self.kind = kind
    self.operationID = operationID
    self.status = status
    self.headers = headers
    self.body = body
    self.reason = reason
    self.underlyingError = underlyingError
  }

  /// How long the server asks to wait before another attempt (`Retry-After`; RFC 9110, section 10.2.3).
  public var retryAfter: Duration? {
    HTTPRetryAfter.duration(headers.fields)
  }

  /// The body of the response, as the description documents it for the status.
  ///
  /// - Throws: ``APIError`` of kind `decoding` if the body is something else.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    do {
      return try JSONCoding.decode(type, from: body)
    } catch {
      throw APIError(
        .decoding,
        operationID,
        status: status,
        headers: headers,
        body: body,
        reason: "the body of the error: \(CodingProblem(error))",
        underlyingError: error
      )
    }
  }
}

nonisolated extension APIError {
  /// The error for a body that is not what the description says.
  init(decoding response: RawResponse, _ error: any Error) {
    let type = response.mediaType
    let note = type.isEmpty || HTTPMediaType.isJSON(type) ? "" : " (the response is \(type))"
    self.init(
      .decoding,
      response.operationID,
      status: response.status,
      headers: response.headers,
      body: response.body,
      reason: "the response: \(CodingProblem(error))\(note)",
      underlyingError: error
    )
  }
}

// MARK: - Description

nonisolated extension APIError: RedactedDescribable {
  /// Operation, status and reason.
  public var redactedDescription: String {
    let status = status.map { " \($0.code)" } ?? ""
    return "\(operationID): \(kind.rawValue)\(status), \(reason)"
  }

  /// The description with the body of the response.
  public var unredactedDescription: String {
    "\(redactedDescription)\n\(String(decoding: body, as: UTF8.self))"
  }
}

nonisolated extension APIError: LocalizedError {
  public var errorDescription: String? {
    redactedDescription
  }
}
