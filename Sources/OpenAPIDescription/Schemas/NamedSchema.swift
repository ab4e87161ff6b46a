public import SourceDocuments

/// A schema with the name it is registered under.
public struct NamedSchema: Sendable {
  public var name: String
  public var schema: Schema

  public init(name: String, schema: Schema) {
    self.name = name
    self.schema = schema
  }

  public var origin: SourceNode { schema.origin }
}
