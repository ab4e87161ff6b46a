public import SourceDocuments

/// A name that groups operations, with what documents it (OpenAPI 3.1.1 §4.8.22).
public struct Tag: Sendable {
  public var name: String
  /// A short title (OpenAPI 3.2).
  public var summary: String?
  public var description: String?
  /// The name of the tag that this one is nested under (OpenAPI 3.2).
  public var parent: String?
  /// What sort of tag it is, such as `nav` or `badge` (OpenAPI 3.2).
  public var kind: String?
  public var externalDocumentation: ExternalDocumentation?
  public var origin: SourceNode

  public init(
    name: String,
    summary: String? = nil,
    description: String? = nil,
    parent: String? = nil,
    kind: String? = nil,
    externalDocumentation: ExternalDocumentation? = nil,
    origin: SourceNode
  ) {
    self.name = name
    self.summary = summary
    self.description = description
    self.parent = parent
    self.kind = kind
    self.externalDocumentation = externalDocumentation
    self.origin = origin
  }
}
