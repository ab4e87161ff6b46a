public import SourceDocuments

/// A way of proving who calls (OpenAPI 3.1.1 §4.8.27).
public struct SecurityScheme: Sendable {
  /// The kinds of scheme, with what each needs.
  public enum Kind: Sendable {
    case apiKey(name: String, location: ParameterLocation)
    /// An HTTP authentication scheme; its name is lower-cased, since RFC 9110 §11.1 ignores case.
    case http(scheme: String, bearerFormat: String?)
    case oauth2(flows: [OAuthFlow])
    case openIDConnect(url: String)
    case mutualTLS
  }

  /// Its name under `components.securitySchemes`.
  public var name: String
  public var kind: Kind
  public var description: String?
  /// Where an authorization server describes itself (RFC 8414; OpenAPI 3.2), for `oauth2`.
  public var metadataURL: String?
  /// Whether it should no longer be used (OpenAPI 3.2).
  public var isDeprecated: Bool
  public var origin: SourceNode

  public init(
    name: String,
    kind: Kind,
    description: String? = nil,
    metadataURL: String? = nil,
    isDeprecated: Bool = false,
    origin: SourceNode
  ) {
    self.name = name
    self.kind = kind
    self.description = description
    self.metadataURL = metadataURL
    self.isDeprecated = isDeprecated
    self.origin = origin
  }
}
