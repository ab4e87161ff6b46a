public import SourceDocuments

/// A request that can be made on a path (OpenAPI 3.1.1 §4.8.10).
public struct Operation: Sendable {
  /// The method as the document writes its key: `get`, lower-case.
  public var method: String
  public var operationID: String?
  public var tags: [String]
  public var summary: String?
  public var description: String?
  public var externalDocumentation: ExternalDocumentation?
  /// Its own parameters only; those of the path item are not repeated here.
  public var parameters: [Parameter]
  public var requestBody: RequestBody?
  /// In the order of the document.
  public var responses: [Response]
  public var callbacks: [Callback]
  public var isDeprecated: Bool
  /// Nil inherits the requirements of the document; empty asks for none.
  public var security: [SecurityRequirement]?
  public var servers: [Server]
  public var extensions: [SpecificationExtension]
  public var origin: SourceNode

  public init(
    method: String,
    operationID: String? = nil,
    tags: [String] = [],
    summary: String? = nil,
    description: String? = nil,
    externalDocumentation: ExternalDocumentation? = nil,
    parameters: [Parameter] = [],
    requestBody: RequestBody? = nil,
    responses: [Response] = [],
    callbacks: [Callback] = [],
    isDeprecated: Bool = false,
    security: [SecurityRequirement]? = nil,
    servers: [Server] = [],
    extensions: [SpecificationExtension] = [],
    origin: SourceNode
  ) {
    self.method = method
    self.operationID = operationID
    self.tags = tags
    self.summary = summary
    self.description = description
    self.externalDocumentation = externalDocumentation
    self.parameters = parameters
    self.requestBody = requestBody
    self.responses = responses
    self.callbacks = callbacks
    self.isDeprecated = isDeprecated
    self.security = security
    self.servers = servers
    self.extensions = extensions
    self.origin = origin
  }
}
