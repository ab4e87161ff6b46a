public import Foundation
public import HTTPTypes

/// A request that an API makes to its users, for servers and tests to send.
public nonisolated enum WebhookRequest {
  /// A request with a body that is written as JSON.
  ///
  /// - Parameters:
  ///   - name: The name in the description.
  ///   - body: The body.
  ///   - url: Where it goes, as the receiver has told.
  /// - Throws: ``APIError`` of kind `invalidRequest` for a URL that is none and for a value that JSON cannot carry.
  public static func json(
    _ name: String,
    _ method: HTTPRequest.Method,
    _ body: some Encodable,
    to url: String
  ) throws -> APIRequest {
    let data: Data
    do {
      data = try JSONCoding.encode(body)
    } catch {
      throw APIError(.invalidRequest, name, reason: CodingProblem(error).description)
    }
    return try request(name, method, data, "application/json", to: url)
  }

  /// A request with any body; none for no bytes.
  ///
  /// - Throws: ``APIError`` of kind `invalidRequest` for a URL that is none.
  public static func bytes(
    _ name: String,
    _ method: HTTPRequest.Method,
    _ body: Data = Data(),
    to url: String
  ) throws -> APIRequest {
    try request(name, method, body, body.isEmpty ? nil : "application/octet-stream", to: url)
  }

  private static func request(
    _ name: String,
    _ method: HTTPRequest.Method,
    _ body: Data,
    _ contentType: String?,
    to url: String
  ) throws -> APIRequest {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme,
      let host = parts.percentEncodedHost
    else {
      throw APIError(.invalidRequest, name, reason: "the URL is none")
    }
    let query = parts.percentEncodedQuery.map { "?" + $0 } ?? ""
    var http = HTTPRequest(
      method: method,
      scheme: scheme,
      authority: host + (parts.port.map { ":\($0)" } ?? ""),
      path: (parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath) + query
    )
    if let contentType { http.headerFields[.contentType] = contentType }
    return APIRequest(operationID: name, pathTemplate: "/", http: http, body: .data(body))
  }
}
