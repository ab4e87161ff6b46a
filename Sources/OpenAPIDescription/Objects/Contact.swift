public import SourceDocuments

/// Whom to ask about an API (OpenAPI 3.1.1 §4.8.3).
public struct Contact: Sendable {
  public var name: String?
  public var url: String?
  public var email: String?
  public var origin: SourceNode

  public init(name: String? = nil, url: String? = nil, email: String? = nil, origin: SourceNode) {
    self.name = name
    self.url = url
    self.email = email
    self.origin = origin
  }
}
