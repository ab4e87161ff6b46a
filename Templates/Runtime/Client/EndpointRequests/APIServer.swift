public import Foundation

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
