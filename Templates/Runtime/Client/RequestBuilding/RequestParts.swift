import Foundation
public import HTTPTypes

/// What an operation puts into a request, before a server and credentials are known.
///
/// The parts are gathered without errors; what cannot be sent (an empty path value, a line break in a header) is kept
/// and thrown when the request is made.
public nonisolated struct RequestParts: Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The method.
  public let method: HTTPRequest.Method

  /// The path with its variables, such as `/v1/messages/{id}`.
  public let pathTemplate: String

  /// The security requirement: alternatives, each a list of schemes that are needed together. Empty means none.
  public let security: [[String]]

  /// The servers that the operation has for itself, if it has any. The one at the place of the client's server counts, or
  /// the first one.
  public let servers: [APIServer]

  /// The media types that the caller understands, as the `Accept` header has them.
  public var accept = "application/json"

  /// The headers of the operation.
  public var headers = HTTPFields()

  /// The body.
  public var body = HTTPBody.empty

  /// The values of the path variables, percent-encoded.
  var pathValues: [String: String] = [:]

  /// The items of the query, percent-encoded.
  var encodedQuery: [(name: String, value: String)] = []

  /// A query string that stands before the items, percent-encoded.
  var querystring: String?

  /// The cookies, encoded.
  var cookies: [(name: String, value: String)] = []

  /// The endpoint, where its arguments have constraints, and the body, where its type may have some: what a client that
  /// validates its requests validates.
  var endpoint: (any APIEndpoint)?
  var validatableBody: (any APIValidatable)?

  /// The first reason why the request cannot be sent.
  var problem: CodingProblem?

  /// Parts without parameters and body.
  public init(
    _ operationID: String,
    _ method: HTTPRequest.Method,
    _ pathTemplate: String,
    security: [[String]] = [],
    servers: [APIServer] = []
  ) {
    self.operationID = operationID
    self.method = method
    self.pathTemplate = pathTemplate
    self.security = security
    self.servers = servers
  }

  /// The server of a call.
  ///
  /// An operation's own server is used where the client has a server of the description. A server that was made by
  /// hand, such as that of a test, gets every call: neither data nor credentials go elsewhere unasked.
  ///
  /// - Parameter clientServer: The server of the client.
  func server(for clientServer: APIServer) -> APIServer {
    guard let position = clientServer.position, let first = servers.first else { return clientServer }
    return servers.indices.contains(position) ? servers[position] : first
  }

  mutating func note(_ place: String, _ reason: String) {
    if problem == nil { problem = CodingProblem([FieldKey(place)], reason) }
  }
}

nonisolated extension RequestParts {
  /// Has a client that validates its requests validate the arguments of an endpoint.
  public mutating func setEndpoint(_ endpoint: any APIEndpoint) {
    self.endpoint = endpoint
  }

  /// Holds everything that was put into the request against the constraints of the description.
  ///
  /// - Throws: ``ConstraintViolations``.
  public func validate() throws {
    var check = ConstraintCheck()
    endpoint?.validateArguments(&check)
    check.value(validatableBody, "")
    try check.finish()
  }
}

nonisolated extension RequestParts: RedactedDescribable {
  /// The operation, its method and its path template.
  public var redactedDescription: String {
    "\(operationID) \(method.rawValue) \(pathTemplate)"
  }
}

// MARK: - Path

nonisolated extension RequestParts {
  /// The path with its values in place, percent-encoded (RFC 3986, section 3.3).
  ///
  /// - Throws: ``CodingProblem`` for a value that is missing or would change the path: an empty one, `.` or `..`.
  func encodedPath() throws -> String {
    try pathTemplate.split(separator: "/", omittingEmptySubsequences: false)
      .map { try encodedSegment($0) }
      .joined(separator: "/")
  }

  private func encodedSegment(_ segment: Substring) throws -> String {
    var text = ""
    var rest = segment
    var variable = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      variable = String(rest[rest.index(after: open)..<close])
      guard let value = pathValues[variable] else {
        throw CodingProblem([FieldKey(variable)], "is missing")
      }
      text += PercentEncoding.encodePathLiteral(String(rest[..<open])) + value
      rest = rest[rest.index(after: close)...]
    }
    text += PercentEncoding.encodePathLiteral(String(rest))
    if !variable.isEmpty, text == "." || text == ".." {
      throw CodingProblem([FieldKey(variable)], "would change the path")
    }
    return text
  }
}
