public import OpenAPIDescription
public import SourceDocuments

/// What a description means, free of the version it was written in and of the language it is generated to.
public struct API: Sendable {
  public var title: String
  /// The version of the API as its description states it, not the version of OpenAPI.
  public var version: String
  public var summary: String?
  public var description: String?
  public var servers: [Server]
  public var securitySchemes: [SecurityScheme]
  /// The operations by tag, in the order in which the tags are declared or first used; by path where there is
  /// no tag at all.
  public var services: [Service]
  /// The requests that the API makes to its users: webhooks, then callbacks.
  public var incoming: [IncomingRequest]
  /// Every type with a definition of its own; a ``TypeID`` is an index into it.
  public var types: [TypeDeclaration]
  /// Finds or makes examples for the schemas of the API.
  public var examples: ExampleMaker
  /// Reads what schemas demand of values beyond their type.
  public var constraints: ConstraintReader
  public var origin: SourceNode

  /// The number of operations of all services.
  public var operationCount: Int { services.reduce(0) { $0 + $1.operations.count } }

  /// The declaration that an identifier stands for.
  public subscript(id: TypeID) -> TypeDeclaration { types[id.index] }
}

/// The operations that share their first tag or, in a description without tags, the start of their paths.
public struct Service: Sendable {
  /// The tag as written; nil for operations without a tag.
  public var tag: String?
  /// The segment that sorts operations of a description without tags; nil where a tag does, or nothing.
  public var segment: String?
  public var description: String?
  public var operations: [Operation] = []
}
