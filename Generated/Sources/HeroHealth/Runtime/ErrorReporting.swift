public import Foundation
public import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

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

/// What is wrong with data, in words that are fit for logs: the place and what was expected there, never the value.
///
/// Texts that come with `DecodingError` may quote the data, and so may the names of members that the description
/// does not name; both are left out.
public nonisolated struct CodingProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where, such as `address.lines[2]`; empty for the value as a whole. A name that came with the data is a `*`.
  public let path: String

  /// What was expected, such as “expected a string”.
  public let reason: String

  /// Describes an error that a decoder or an encoder threw.
  public init(_ error: any Error) {
    switch error {
    case DecodingError.typeMismatch(let type, let context):
      self.init(context.codingPath, "expected \(Self.name(of: type))")
    case DecodingError.valueNotFound(let type, let context):
      self.init(context.codingPath, "expected \(Self.name(of: type)), found null")
    case DecodingError.keyNotFound(let key, let context):
      self.init(context.codingPath + [key], "is missing")
    case DecodingError.dataCorrupted(let context):
      self.init(context.codingPath, Self.reason(context))
    case EncodingError.invalidValue(_, let context):
      self.init(context.codingPath, "cannot be written as JSON")
    case let problem as CodingProblem:
      self = problem
    default:
      self.init([], "cannot be read")
    }
  }

  /// The problem as an error below a place.
  func error(at codingPath: [any CodingKey]) -> DecodingError {
    let keys = path.isEmpty ? [] : [FieldKey(path)]
    return Expectation(stated: reason).error(at: codingPath + keys)
  }

  /// A problem at a place.
  init(_ codingPath: [any CodingKey], _ reason: String) {
    self.path = Self.text(codingPath)
    self.reason = reason
  }

  public var description: String {
    path.isEmpty ? reason : "\(path): \(reason)"
  }
}

nonisolated extension CodingProblem {
  private static func reason(_ context: DecodingError.Context) -> String {
    if let expectation = context.underlyingError as? Expectation {
      expectation.reason
    } else if context.codingPath.isEmpty {
      "is not valid JSON, or has a number that does not fit"
    } else {
      "is not valid"
    }
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is Bool.Type: "true or false"
    case is [String: Any].Type: "an object"
    case is [Any].Type: "an array"
    default: "a value of type \(type)"
    }
  }

  private static func text(_ codingPath: [any CodingKey]) -> String {
    var text = ""
    for key in codingPath {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? "" : "."
        text += (key as? FieldKey)?.isDeclared == true ? key.stringValue : "*"
      }
    }
    return text
  }
}

nonisolated extension CodingProblem {
  /// What a value should have been, in words that do not quote it; travels in a `DecodingError`.
  nonisolated struct Expectation: Error {
    let text: String
    /// The expectation as a reason.
    let reason: String

    init(_ text: String) {
      self.text = text
      reason = "expected \(text)"
    }

    init(stated reason: String) {
      text = reason
      self.reason = reason
    }

    /// The error for a value that does not meet the expectation.
    func error(at codingPath: [any CodingKey]) -> DecodingError {
      .dataCorrupted(
        DecodingError.Context(
          codingPath: codingPath,
          debugDescription: "Expected \(text).",
          underlyingError: self
        )
      )
    }
  }
}

/// The `Retry-After` header (RFC 9110, section 10.2.3).
nonisolated enum HTTPRetryAfter {
  /// The wait that a response asks for; nil if it asks for none.
  ///
  /// - Parameters:
  ///   - headers: The headers of the response.
  ///   - now: The time that a date is counted from, unless the response has a `Date` header.
  static func duration(_ headers: HTTPFields, now: Date = Date()) -> Duration? {
    guard let text = headers[.retryAfter]?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Int(text) {
      return seconds < 0 ? nil : .seconds(min(seconds, 10_000_000))
    }
    guard let date = HTTPDate.date(from: text) else { return nil }
    let start = headers[.date].flatMap(HTTPDate.date(from:)) ?? now
    return .seconds(max(0, date.timeIntervalSince(start)))
  }
}

/// The phrase of a status, which HTTP/2 no longer carries and servers are free to change.
nonisolated enum HTTPStatusReason {
  /// The phrase for a status outside of 200 to 299.
  static func text(_ status: HTTPResponse.Status) -> String {
    if status.kind == .redirection { return "a redirect that was not followed" }
    return known.first { $0.code == status.code }?.reasonPhrase ?? "an unexpected status"
  }

  private static let known: [HTTPResponse.Status] = [
    .badRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed, .notAcceptable, .requestTimeout,
    .conflict,
    .gone, .lengthRequired, .preconditionFailed, .contentTooLarge, .uriTooLong, .unsupportedMediaType,
    .misdirectedRequest, .unprocessableContent, .tooEarly, .preconditionRequired, .tooManyRequests,
    .requestHeaderFieldsTooLarge, .internalServerError, .notImplemented, .badGateway, .serviceUnavailable,
    .gatewayTimeout,
  ]
}

/// What kept a request from an answer, in words that are fit for logs: texts of the system may quote the URL.
nonisolated enum ClientTransportFailure {
  /// The reason in words.
  static func text(_ error: any Error) -> String {
    if let tooLarge = error as? HTTPBodyTooLarge { return tooLarge.description }
    guard let code = (error as? URLError)?.code else { return "the transport failed (\(type(of: error)))" }
    return switch code {
    case .timedOut: "the connection timed out"
    case .cannotFindHost, .dnsLookupFailed: "the host was not found"
    case .cannotConnectToHost: "the host refuses connections or cannot be reached"
    case .networkConnectionLost: "the connection was lost"
    case .notConnectedToInternet: "there is no connection to the internet"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot, .clientCertificateRejected,
      .clientCertificateRequired:
      "no secure connection can be made"
    default: "the transport failed (URLError \(code.rawValue))"
    }
  }

  /// Whether another attempt may help: not with an answer that is too large or a certificate that is refused.
  static func isConnectionFailure(_ error: any Error) -> Bool {
    if error is HTTPBodyTooLarge { return false }
    guard let code = (error as? URLError)?.code else { return true }
    return switch code {
    case .timedOut, .cannotFindHost, .dnsLookupFailed, .cannotConnectToHost, .networkConnectionLost,
      .notConnectedToInternet, .badServerResponse, .resourceUnavailable, .unknown:
      true
    default: false
    }
  }
}

nonisolated extension APIError {
  /// Whether the connection failed in a way that another attempt may mend.
  var isConnectionFailure: Bool {
    underlyingError.map(ClientTransportFailure.isConnectionFailure) ?? false
  }
}
