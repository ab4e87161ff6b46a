public import Foundation
public import HTTPTypes

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// An operation with its parameters: everything of a request but the server and the credentials.
///
/// ```swift
/// let request = try MessagesEndpoint.getMessageStatus(id: "9").urlRequest(to: .staging, credentials: credentials)
/// ```
public nonisolated protocol APIEndpoint: Sendable, RedactedDescribable {
  /// What the operation puts into a request.
  var parts: RequestParts { get }

  /// Notes which arguments violate what the description demands of them beyond their types. A body whose type answers for
  /// itself is left out.
  func validateArguments(_ check: inout ConstraintCheck)
}

nonisolated extension APIEndpoint {
  /// Demands nothing.
  public func validateArguments(_ check: inout ConstraintCheck) {}

  /// Holds parameters and body against the constraints of the description.
  ///
  /// - Throws: ``ConstraintViolations`` with everything that is wrong, not only the first.
  public func validate() throws {
    try parts.validate()
  }
}

nonisolated extension APIEndpoint {
  /// The operation, as the description names it.
  public var operationID: String { parts.operationID }

  /// The method.
  public var method: HTTPRequest.Method { parts.method }

  /// The path with its variables, such as `/v1/messages/{id}`.
  public var pathTemplate: String { parts.pathTemplate }

  /// The path with its values in place, percent-encoded.
  ///
  /// - Throws: ``APIError`` of kind `invalidRequest` for a value that is empty or would change the path.
  public var path: String {
    get throws {
      let parts = parts
      return try parts.reporting { try $0.encodedPath() }
    }
  }

  /// The items of the query, not percent-encoded.
  public var queryItems: [URLQueryItem] {
    parts.encodedQuery.map { item in
      URLQueryItem(
        name: item.name.removingPercentEncoding ?? item.name,
        value: item.value.removingPercentEncoding ?? item.value
      )
    }
  }

  /// The headers of the operation, without those of credentials.
  public var headers: HTTPFields { parts.headers }

  /// The request to a server.
  ///
  /// - Parameters:
  ///   - server: The server.
  ///   - credentials: The values for the security schemes; those that the operation asks for are sent.
  ///   - configuration: Headers and user agent of the client.
  /// - Throws: ``APIError`` of kind `missingCredentials` or `invalidRequest`.
  public func request(
    to server: APIServer,
    credentials: APICredentials = APICredentials(),
    configuration: ClientConfiguration = ClientConfiguration()
  ) throws -> APIRequest {
    try parts.request(to: server, credentials, configuration)
  }

  /// The request to a server, for `URLSession`.
  ///
  /// - Throws: ``APIError`` of kind `missingCredentials` or `invalidRequest`.
  public func urlRequest(
    to server: APIServer,
    credentials: APICredentials = APICredentials()
  ) throws -> URLRequest {
    try request(to: server, credentials: credentials).urlRequest()
  }

  /// The operation, its method and its path template.
  public var redactedDescription: String {
    parts.redactedDescription
  }
}

/// A request that is ready to be sent.
public nonisolated struct APIRequest: Sendable {
  /// The operation, as the description names it.
  public var operationID: String

  /// The path with its variables, such as `/v1/messages/{id}`: what logs may show of the path.
  public var pathTemplate: String

  /// Method, URL and headers.
  public var http: HTTPRequest

  /// The body.
  public var body: HTTPBody

  /// A request of an operation.
  public init(operationID: String, pathTemplate: String, http: HTTPRequest, body: HTTPBody = .empty) {
    self.operationID = operationID
    self.pathTemplate = pathTemplate
    self.http = http
    self.body = body
  }

  /// The request for `URLSession`. A streamed body is left out: `URLSession` takes it separately.
  ///
  /// - Throws: ``APIError`` of kind `invalidRequest` if scheme, authority and path make no URL.
  public func urlRequest() throws -> URLRequest {
    guard var request = URLRequest(http) else {
      throw APIError(.invalidRequest, operationID, reason: "scheme, host and path make no URL")
    }
    if case .data(let data) = body, !data.isEmpty { request.httpBody = data }
    return request
  }
}

nonisolated extension APIRequest: RedactedDescribable {
  /// The operation, its method and its path template.
  public var redactedDescription: String {
    "\(operationID) \(http.method.rawValue) \(pathTemplate)"
  }
}

nonisolated extension URLRequest {
  /// A request without a body, or nil if scheme, authority and path make no URL.
  init?(_ request: HTTPRequest) {
    guard let scheme = request.scheme, let authority = request.authority, let path = request.path,
      let url = URL(string: "\(scheme)://\(authority)\(path)")
    else { return nil }
    self.init(url: url)
    httpMethod = request.method.rawValue
    for field in request.headerFields {
      addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
  }
}

/// A server of the API: the base that paths are appended to.
public nonisolated struct APIServer: Hashable, Sendable {
  /// The base URL as it was given.
  public let text: String

  /// What the server is for, such as “Staging”; may be empty.
  public let name: String

  /// The place of the server in the description, from 0; nil for one that is made by hand.
  let position: Int?

  /// A server at a base URL such as `https://api.example.org/v1`, with or without a slash at its end.
  ///
  /// A URL that cannot be used is reported by the first request to it.
  public init(_ url: String, _ name: String = "") {
    self.init(url, name, position: nil)
  }

  /// A server that the description names.
  init(_ url: String, _ name: String, position: Int?) {
    text = url
    self.name = name
    self.position = position
  }

  /// A server whose URL in the description lacks scheme and host.
  ///
  /// - Parameter origin: Scheme, host and port, with or without a slash at its end.
  init(
    at origin: String,
    _ template: String,
    _ name: String,
    position: Int?,
    _ variables: [(name: String, value: String)] = []
  ) {
    let origin = origin.hasSuffix("/") ? String(origin.dropLast()) : origin
    let path = template.hasPrefix("/") ? template : "/" + template
    self.init(origin + path, name, position: position, variables)
  }

  /// A server that the description names, with values for the variables `{name}` in its URL.
  init(_ template: String, _ name: String, position: Int?, _ variables: [(name: String, value: String)]) {
    let url = variables.reduce(template) { $0.replacingOccurrences(of: "{\($1.name)}", with: $1.value) }
    self.init(url, name, position: position)
  }

  /// A server at a base URL.
  public init(_ url: URL, _ name: String = "") {
    self.init(url.absoluteString, name)
  }

  /// The base URL, or nil if it is none that requests can be sent to.
  public var url: URL? {
    (try? base()) == nil ? nil : URL(string: text)
  }
}

nonisolated extension APIServer {
  /// Servers are equal if their URLs and names are.
  public static func == (left: APIServer, right: APIServer) -> Bool {
    left.text == right.text && left.name == right.name
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(name)
  }
}

nonisolated extension APIServer {
  /// A base URL in the pieces that a request needs.
  struct Base {
    let scheme: String
    let authority: String
    /// The path without a slash at its end; empty for the root.
    let path: String
  }

  /// The pieces of the base URL (RFC 3986, section 3).
  ///
  /// - Throws: ``CodingProblem`` unless it is an absolute `http` or `https` URL with a host and without user
  ///   information, query and fragment.
  func base() throws -> Base {
    guard let separator = text.range(of: "://"), URL(string: text) != nil else {
      throw Self.problem("is no absolute URL")
    }
    let scheme = text[..<separator.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { throw Self.problem("is neither https nor http") }
    let rest = text[separator.upperBound...]
    guard !rest.contains("?"), !rest.contains("#") else { throw Self.problem("has a query or a fragment") }
    let pathStart = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<pathStart]
    guard !authority.isEmpty, !authority.hasPrefix(":") else { throw Self.problem("has no host") }
    guard !authority.contains("@") else {
      throw Self.problem("has user information, which belongs in credentials")
    }
    guard authority.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw Self.problem("has a host with characters that no URL can carry")
    }
    var path = rest[pathStart...]
    while path.hasSuffix("/") { path.removeLast() }
    return Base(
      scheme: scheme,
      authority: String(authority),
      path: PercentEncoding.encodePathLiteral(String(path))
    )
  }

  private static func problem(_ reason: String) -> CodingProblem {
    CodingProblem([FieldKey("server")], reason)
  }
}
