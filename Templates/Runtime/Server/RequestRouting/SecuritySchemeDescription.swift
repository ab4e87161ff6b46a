/// Where a security scheme of the API expects its value.
public nonisolated struct SecuritySchemeDescription: Hashable, Sendable {
  /// The place of the value in a request.
  public nonisolated enum Location: Hashable, Sendable {
    /// A header, by name.
    case header(String)
    /// A query parameter, by name.
    case query(String)
    /// A cookie, by name.
    case cookie(String)
    /// A bearer token in the `Authorization` header; also OAuth 2 and OpenID Connect.
    case bearer
    /// A user name and a password in the `Authorization` header.
    case basic
    /// Another scheme of the `Authorization` header, by its name in lower case.
    case authorization(String)
    /// A certificate of the client, which the server in front has already checked.
    case mutualTLS
  }

  /// The name of the scheme in the description.
  public let name: String

  /// Where its value stands.
  public let location: Location

  /// A scheme.
  public init(_ name: String, _ location: Location) {
    self.name = name
    self.location = location
  }
}
