public import SourceDocuments

/// A scope that an OAuth 2 flow can grant.
public struct OAuthScope: Sendable {
  public var name: String
  public var description: String
  public var origin: SourceNode

  public init(name: String, description: String, origin: SourceNode) {
    self.name = name
    self.description = description
    self.origin = origin
  }
}
