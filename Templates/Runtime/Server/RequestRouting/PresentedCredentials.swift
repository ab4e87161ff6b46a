import Foundation
import HTTPTypes

/// The credentials that came with a request, by security scheme. Printing them shows the schemes only.
public nonisolated struct PresentedCredentials: Sendable {
  private var values: [String: String] = [:]

  /// The schemes that the request has a value for.
  public var schemes: [String] {
    values.keys.sorted()
  }

  /// The value for a scheme: the key, the token without `Bearer`, or `user:password`. Nil if there is none.
  public subscript(_ scheme: String) -> String? {
    values[scheme]
  }

  /// Finds the values in a request.
  init(_ request: HTTPRequest, _ parameters: ServerRequest.Parameters, _ schemes: [SecuritySchemeDescription])
  {
    for scheme in schemes {
      if let value = Self.value(scheme.location, request, parameters),
        !value.isEmpty || scheme.location == .mutualTLS
      {
        values[scheme.name] = value
      }
    }
  }

  private static func value(
    _ location: SecuritySchemeDescription.Location,
    _ request: HTTPRequest,
    _ parameters: ServerRequest.Parameters
  ) -> String? {
    switch location {
    case .header(let name): HTTPField.Name(name).flatMap { request.headerFields[$0] }
    case .query(let name): parameters.query.first { $0.name == name }?.value
    case .cookie(let name): parameters.cookies.first { $0.name == name }?.rawValue.removingPercentEncoding
    case .bearer: authorization("bearer", request)
    case .authorization(let scheme): authorization(scheme, request)
    case .basic:
      authorization("basic", request).flatMap { Data(base64Encoded: $0) }.flatMap {
        String(data: $0, encoding: .utf8)
      }
    case .mutualTLS: ""
    }
  }

  /// What stands behind the scheme in the `Authorization` header, whose scheme has no case (RFC 9110, section 11.1).
  private static func authorization(_ scheme: String, _ request: HTTPRequest) -> String? {
    guard let header = request.headerFields[.authorization] else { return nil }
    let words = header.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == scheme else { return nil }
    return words[1].trimmingCharacters(in: .whitespaces)
  }
}
