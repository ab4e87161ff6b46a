public import SourceDocuments

/// An answer to a request (OpenAPI 3.1.1 §4.8.17).
public struct Response: Sendable {
  /// The key it stands under; `default` for one that stands under `components`.
  public var status: ResponseStatus
  /// A short text (OpenAPI 3.2).
  public var summary: String?
  public var description: String?
  public var headers: [Header]
  public var content: [MediaType]
  public var links: [Link]
  /// Its name under `components`, when it was reached through a reference there.
  public var componentName: String?
  public var origin: SourceNode

  public init(
    status: ResponseStatus,
    summary: String? = nil,
    description: String? = nil,
    headers: [Header] = [],
    content: [MediaType] = [],
    links: [Link] = [],
    componentName: String? = nil,
    origin: SourceNode
  ) {
    self.status = status
    self.summary = summary
    self.description = description
    self.headers = headers
    self.content = content
    self.links = links
    self.componentName = componentName
    self.origin = origin
  }
}
