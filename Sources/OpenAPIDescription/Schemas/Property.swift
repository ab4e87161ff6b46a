public import SourceDocuments

/// A property of an object schema, or a pattern of property names with its schema.
public struct Property: Sendable {
  public var name: String
  public var schema: Schema
  public var origin: SourceNode

  public init(name: String, schema: Schema, origin: SourceNode) {
    self.name = name
    self.schema = schema
    self.origin = origin
  }
}
