import HTTPTypes

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
