public import Foundation

/// A server of the API: the base that paths are appended to.
public nonisolated struct APIServer: Hashable, Sendable {
  /// The base URL as it was given.
  public let text: String

  /// What the server is for, such as “Staging”; may be empty.
  public let name: String

  /// A server at a base URL such as `https://api.example.org/v1`, with or without a slash at its end.
  ///
  /// A URL that cannot be used is reported by the first request to it.
  public init(_ url: String, _ name: String = "") {
    text = url
    self.name = name
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
