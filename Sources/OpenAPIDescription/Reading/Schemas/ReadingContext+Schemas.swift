import SourceDocuments

extension ReadingContext {
  /// The schema at a node, read on first use with all schemas inside it.
  ///
  /// Schemas may nest as deep as a document can, so this keeps its own stack: a schema is left on it until
  /// those inside it have been read. Targets of references wait for `finishSchemas()`.
  func schema(at node: SourceNode) -> Schema {
    if let schema = schemas[node] { return schema }
    var open = [OpenSchema(node: node)]
    while let step = open.popLast() {
      guard schemas[step.node] == nil else { continue }
      let children = step.isEntered ? [] : SchemaChildren.nodes(of: step.node, in: dialect)
      if children.isEmpty {
        schemas[step.node] = SchemaBuilder.build(step.node, in: self)
      } else {
        open.append(OpenSchema(node: step.node, isEntered: true))
        open += children.map { OpenSchema(node: $0) }
      }
    }
    return schemas[node] ?? Schema(origin: node)
  }

  /// Reads the targets of references, and of references in those, until none is left.
  func finishSchemas() -> SchemaStore {
    while let target = pendingSchemas.popLast() {
      _ = schema(at: target)
    }
    return SchemaStore(schemas: schemas)
  }
}

/// A schema that is being read.
private struct OpenSchema {
  var node: SourceNode
  /// Whether the schemas inside it have been put on the stack above it.
  var isEntered = false
}
