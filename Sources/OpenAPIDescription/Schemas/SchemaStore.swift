public import SourceDocuments

/// Every schema of a description, by the node it was read from.
///
/// Targets of references are read too, wherever they stand, so `schema(at: reference.target)` always finds
/// one.
public final class SchemaStore: Sendable {
  /// All schemas, in the order in which they were read: the same in every run.
  let all: [Schema]
  private let schemas: [SourceNode: Schema]

  public init() {
    all = []
    schemas = [:]
  }

  init(_ schemas: [SourceNode: Schema], inOrder all: [Schema]) {
    self.schemas = schemas
    self.all = all
  }

  public func schema(at node: SourceNode) -> Schema? {
    schemas[node]
  }

  /// The schema that a reference leads to in one step.
  public func target(of reference: SchemaReference) -> Schema? {
    schemas[reference.target]
  }
}
