public import SourceDocuments

/// Objects that the rest of a document refers to (OpenAPI 3.1.1 §4.8.7).
public struct Components: Sendable {
  public var schemas: [NamedSchema]
  public var securitySchemes: [SecurityScheme]
  /// Each with its `componentName`.
  public var responses: [Response]
  /// Each with its `componentName`.
  public var parameters: [Parameter]
  /// Each with its `componentName`.
  public var requestBodies: [RequestBody]
  public var headers: [Header]
  public var examples: [Example]
  public var links: [Link]
  public var callbacks: [Callback]
  /// Path items by name, in the form of webhooks.
  public var pathItems: [Webhook]
  /// By component name (OpenAPI 3.2).
  public var mediaTypes: [MediaType]
  /// Nil when the document has no `components`.
  public var origin: SourceNode?

  public init(
    schemas: [NamedSchema] = [],
    securitySchemes: [SecurityScheme] = [],
    responses: [Response] = [],
    parameters: [Parameter] = [],
    requestBodies: [RequestBody] = [],
    headers: [Header] = [],
    examples: [Example] = [],
    links: [Link] = [],
    callbacks: [Callback] = [],
    pathItems: [Webhook] = [],
    mediaTypes: [MediaType] = [],
    origin: SourceNode? = nil
  ) {
    self.schemas = schemas
    self.securitySchemes = securitySchemes
    self.responses = responses
    self.parameters = parameters
    self.requestBodies = requestBodies
    self.headers = headers
    self.examples = examples
    self.links = links
    self.callbacks = callbacks
    self.pathItems = pathItems
    self.mediaTypes = mediaTypes
    self.origin = origin
  }
}
