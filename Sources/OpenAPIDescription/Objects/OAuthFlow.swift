public import SourceDocuments

/// One way of obtaining an OAuth 2 token (OpenAPI 3.1.1 §4.8.29).
public struct OAuthFlow: Sendable {
  /// The flows, by the field of the OAuth Flows Object (OpenAPI 3.1.1 §4.8.28) they stand under.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case implicit
    case password
    case clientCredentials
    case authorizationCode
    /// The flow of RFC 8628 (OpenAPI 3.2).
    case deviceAuthorization
  }

  public var kind: Kind
  public var authorizationURL: String?
  public var tokenURL: String?
  public var refreshURL: String?
  public var scopes: [OAuthScope]
  public var origin: SourceNode

  public init(
    kind: Kind,
    authorizationURL: String? = nil,
    tokenURL: String? = nil,
    refreshURL: String? = nil,
    scopes: [OAuthScope] = [],
    origin: SourceNode
  ) {
    self.kind = kind
    self.authorizationURL = authorizationURL
    self.tokenURL = tokenURL
    self.refreshURL = refreshURL
    self.scopes = scopes
    self.origin = origin
  }
}
