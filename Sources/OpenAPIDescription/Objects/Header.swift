public import SourceDocuments

/// A header of a response or of a part of a multipart body (OpenAPI 3.1.1 §4.8.21).
public struct Header: Sendable {
  public var name: String
  public var description: String?
  public var isRequired: Bool
  public var isDeprecated: Bool
  public var style: ParameterStyle
  public var explode: Bool
  public var schema: Schema?
  public var content: [MediaType]
  public var examples: [Example]
  public var origin: SourceNode

  public init(
    name: String,
    description: String? = nil,
    isRequired: Bool = false,
    isDeprecated: Bool = false,
    style: ParameterStyle = .simple,
    explode: Bool = false,
    schema: Schema? = nil,
    content: [MediaType] = [],
    examples: [Example] = [],
    origin: SourceNode
  ) {
    self.name = name
    self.description = description
    self.isRequired = isRequired
    self.isDeprecated = isDeprecated
    self.style = style
    self.explode = explode
    self.schema = schema
    self.content = content
    self.examples = examples
    self.origin = origin
  }
}
