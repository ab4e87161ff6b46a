public import SourceDocuments

/// The body of a request (OpenAPI 3.1.1 §4.8.13).
public struct RequestBody: Sendable {
  public var description: String?
  public var isRequired: Bool
  public var content: [MediaType]
  /// Its name under `components`, when it was reached through a reference there.
  public var componentName: String?
  public var origin: SourceNode

  public init(
    description: String? = nil,
    isRequired: Bool = false,
    content: [MediaType] = [],
    componentName: String? = nil,
    origin: SourceNode
  ) {
    self.description = description
    self.isRequired = isRequired
    self.content = content
    self.componentName = componentName
    self.origin = origin
  }
}
