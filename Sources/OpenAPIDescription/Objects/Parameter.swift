public import SourceDocuments

/// A value sent outside the body of a request (OpenAPI 3.1.1 §4.8.12).
public struct Parameter: Sendable {
  public var name: String
  /// Where it is sent: the field `in`.
  public var location: ParameterLocation
  public var description: String?
  public var isRequired: Bool
  public var isDeprecated: Bool
  public var allowsReserved: Bool
  public var allowsEmptyValue: Bool
  /// How it is written; the default of its location when the document does not say.
  public var style: ParameterStyle
  /// Whether each element is written on its own; the default of `style` when the document does not say.
  public var explode: Bool
  public var schema: Schema?
  /// The media type it is serialized as; at most one, instead of `schema`.
  public var content: [MediaType]
  public var examples: [Example]
  /// Its name under `components`, when it was reached through a reference there.
  public var componentName: String?
  public var origin: SourceNode

  public init(
    name: String,
    location: ParameterLocation,
    description: String? = nil,
    isRequired: Bool = false,
    isDeprecated: Bool = false,
    allowsReserved: Bool = false,
    allowsEmptyValue: Bool = false,
    style: ParameterStyle,
    explode: Bool,
    schema: Schema? = nil,
    content: [MediaType] = [],
    examples: [Example] = [],
    componentName: String? = nil,
    origin: SourceNode
  ) {
    self.name = name
    self.location = location
    self.description = description
    self.isRequired = isRequired
    self.isDeprecated = isDeprecated
    self.allowsReserved = allowsReserved
    self.allowsEmptyValue = allowsEmptyValue
    self.style = style
    self.explode = explode
    self.schema = schema
    self.content = content
    self.examples = examples
    self.componentName = componentName
    self.origin = origin
  }
}
