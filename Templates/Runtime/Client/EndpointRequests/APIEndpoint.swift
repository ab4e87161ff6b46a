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
