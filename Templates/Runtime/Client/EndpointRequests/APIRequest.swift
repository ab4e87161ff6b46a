public import HTTPTypes

#if canImport(FoundationNetworking)
import Foundation
public import FoundationNetworking
#else
public import Foundation
#endif

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
