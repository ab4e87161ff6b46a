public import SourceDocuments

/// An OpenAPI description, read into the specification's own objects and lifted to one form.
///
/// The form is that of OpenAPI 3.2: what 3.0 writes differently (`nullable`, boolean `exclusiveMinimum`,
/// `example` beside `schema`), and all that Swagger 2.0 does, has been rewritten on reading, so later stages know
/// one dialect only. Every object keeps the place that it was read from.
public struct OpenAPIDocument: Sendable {
  /// The version the document declares, such as `3.1.0`.
  public var version: SpecificationVersion
  public var info: Info
  public var servers: [Server]
  public var paths: [PathItem]
  public var webhooks: [Webhook]
  public var components: Components
  /// The requirements that hold where an operation declares none of its own.
  public var security: [SecurityRequirement]
  public var tags: [Tag]
  public var externalDocumentation: ExternalDocumentation?
  /// Every schema of the document and of the files it refers to.
  public var schemas: SchemaStore
  public var origin: SourceNode

  public init(
    version: SpecificationVersion,
    info: Info,
    servers: [Server] = [],
    paths: [PathItem] = [],
    webhooks: [Webhook] = [],
    components: Components = Components(),
    security: [SecurityRequirement] = [],
    tags: [Tag] = [],
    externalDocumentation: ExternalDocumentation? = nil,
    schemas: SchemaStore = SchemaStore(),
    origin: SourceNode
  ) {
    self.version = version
    self.info = info
    self.servers = servers
    self.paths = paths
    self.webhooks = webhooks
    self.components = components
    self.security = security
    self.tags = tags
    self.externalDocumentation = externalDocumentation
    self.schemas = schemas
    self.origin = origin
  }
}
