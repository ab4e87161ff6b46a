public import SourceDocuments

/// A place where an API is served (OpenAPI 3.1.1 §4.8.5).
public struct Server: Sendable {
  /// The address, in which `{name}` stands for a variable; may be relative to the description.
  public var url: String
  public var description: String?
  /// A unique name for the host (OpenAPI 3.2).
  public var name: String?
  public var variables: [ServerVariable]
  public var origin: SourceNode

  public init(
    url: String,
    description: String? = nil,
    name: String? = nil,
    variables: [ServerVariable] = [],
    origin: SourceNode
  ) {
    self.url = url
    self.description = description
    self.name = name
    self.variables = variables
    self.origin = origin
  }
}
