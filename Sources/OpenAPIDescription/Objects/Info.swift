public import SourceDocuments

/// The title, version and ownership of an API (OpenAPI 3.1.1 §4.8.2).
public struct Info: Sendable {
  public var title: String
  /// The version of the API, not of the specification.
  public var version: String
  public var summary: String?
  public var description: String?
  public var termsOfService: String?
  public var contact: Contact?
  public var license: License?
  public var origin: SourceNode

  public init(
    title: String,
    version: String,
    summary: String? = nil,
    description: String? = nil,
    termsOfService: String? = nil,
    contact: Contact? = nil,
    license: License? = nil,
    origin: SourceNode
  ) {
    self.title = title
    self.version = version
    self.summary = summary
    self.description = description
    self.termsOfService = termsOfService
    self.contact = contact
    self.license = license
    self.origin = origin
  }
}
