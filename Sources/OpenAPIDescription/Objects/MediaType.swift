public import SourceDocuments

/// What a body of one media type holds (OpenAPI 3.1.1 §4.8.14).
public struct MediaType: Sendable {
  /// The media type or range as written: `application/json; charset=utf-8`.
  public var name: String
  public var schema: Schema?
  /// The schema of each item of a stream (OpenAPI 3.2).
  public var itemSchema: Schema?
  public var encoding: [Encoding]
  /// How the first parts of a multipart body are written, by position (OpenAPI 3.2).
  public var prefixEncoding: [Encoding]
  /// How all other parts are written (OpenAPI 3.2).
  public var itemEncoding: Encoding?
  public var examples: [Example]
  public var origin: SourceNode

  public init(
    name: String,
    schema: Schema? = nil,
    itemSchema: Schema? = nil,
    encoding: [Encoding] = [],
    prefixEncoding: [Encoding] = [],
    itemEncoding: Encoding? = nil,
    examples: [Example] = [],
    origin: SourceNode
  ) {
    self.name = name
    self.schema = schema
    self.itemSchema = itemSchema
    self.encoding = encoding
    self.prefixEncoding = prefixEncoding
    self.itemEncoding = itemEncoding
    self.examples = examples
    self.origin = origin
  }
}
