public import SourceDocuments

/// A pointer to documentation elsewhere (OpenAPI 3.1.1 §4.8.11).
public struct ExternalDocumentation: Sendable {
  public var url: String
  public var description: String?
  public var origin: SourceNode

  public init(url: String, description: String? = nil, origin: SourceNode) {
    self.url = url
    self.description = description
    self.origin = origin
  }
}
