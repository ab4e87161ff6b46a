public import ClientRuntime
public import HTTPTypes

/// An answer that is an error, for handlers to throw.
///
/// ```swift
/// guard let message = store[id] else { throw HandlerError(.notFound) }
/// throw HandlerError(.badRequest, ValidationFailure(code: "too_long"))      // as the description documents it
/// ```
///
/// The body is written as JSON, in the media type that the headers name; else in the one that the description has for the
/// errors of the operation, such as `application/problem+json`; else in `application/json`.
public nonisolated struct HandlerError: Error, Sendable, RedactedDescribable {
  /// The status of the answer.
  public let status: HTTPResponse.Status

  /// The headers of the answer.
  public var headers: ResponseHeaders

  /// The body of the answer, written as JSON.
  public let body: any Encodable & Sendable

  /// An answer with a documented body.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - body: The body, written as JSON.
  ///   - headers: The headers.
  public init(
    _ status: HTTPResponse.Status,
    _ body: some Encodable & Sendable,
    headers: ResponseHeaders = [:]
  ) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer with a plain body: `error`, `message` and, where something in the request is at fault, its `path`.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - message: What the client is told. By default the phrase of the status.
  ///   - path: The parameter or the member of the body that is at fault. Its value has no place here.
  ///   - headers: The headers.
  public init(
    _ status: HTTPResponse.Status,
    message: String? = nil,
    path: String? = nil,
    headers: ResponseHeaders = [:]
  ) {
    var body: [String: String] = ["error": status.word, "message": message ?? status.reasonPhrase]
    body["path"] = path
    self.init(status, body, headers: headers)
  }

  /// 501, for an operation without a handler.
  public static func notImplemented(_ context: RequestContext) -> HandlerError {
    HandlerError(.notImplemented, message: "\(context.operationID) is not implemented")
  }

  /// 400, for a request that is not what the description says; names the place and never the value.
  public static func invalid(_ problem: CodingProblem) -> HandlerError {
    HandlerError(.badRequest, message: problem.description, path: problem.path)
  }

  /// 400, for a request that violates constraints of the description; names places, keywords and limits, and no values.
  public static func invalid(_ violations: ConstraintViolations) -> HandlerError {
    HandlerError(
      .badRequest,
      ViolationsBody(
        error: HTTPResponse.Status.badRequest.word,
        message: violations.description,
        path: violations.violations.first?.path,
        violations: violations.violations
      )
    )
  }

  private nonisolated struct ViolationsBody: Encodable, Sendable {
    let error: String
    let message: String
    let path: String?
    let violations: [ConstraintViolation]
  }

  /// 400, for a parameter.
  static func invalid(_ name: String, _ reason: String) -> HandlerError {
    HandlerError(.badRequest, message: "\(name): \(reason)", path: name)
  }
}

nonisolated extension HandlerError {
  /// The status.
  public var redactedDescription: String {
    "HandlerError(\(status.code))"
  }
}

nonisolated extension HTTPResponse.Status {
  /// The phrase of the status as one lower-case word, for the bodies of errors: `not_found`.
  fileprivate var word: String {
    reasonPhrase.isEmpty ? "error" : String(reasonPhrase.lowercased().map { $0.isLetter ? $0 : "_" })
  }
}
