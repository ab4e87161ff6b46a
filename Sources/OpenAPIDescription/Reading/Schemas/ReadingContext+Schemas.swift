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
      let children = step.isEntered ? [] : SchemaChildren.nodes(of: step.node, in: self)
      if children.isEmpty {
        let schema = SchemaBuilder.build(step.node, in: self)
        schemas[step.node] = schema
        schemasInOrder.append(schema)
      } else {
        open.append(OpenSchema(node: step.node, isEntered: true))
        open += children.reversed().map { OpenSchema(node: $0) }
      }
    }
    return schemas[node] ?? Schema(origin: node)
  }

  /// The members of a map of schemas; a reference in place of the map is followed.
  func schemaMap(_ node: SourceNode) -> [SourceMember] {
    guard let target = misplacedTarget(of: node) else { return Array(node.members) }
    return target.members + node.members.filter { $0.key != "$ref" && target[$0.key] == nil }
  }

  /// The elements of a list of schemas; a reference in place of the list is followed.
  func schemaList(_ node: SourceNode) -> [SourceNode] {
    Array((misplacedTarget(of: node) ?? node).elements)
  }

  /// What a reference leads to that stands where a map or a list should; remembered, because it is needed
  /// both to find the schemas there and to build the one that contains them.
  func misplacedTarget(of node: SourceNode) -> SourceNode? {
    guard node.kind == .object, node["$ref"]?.kind == .string else { return nil }
    if let known = misplacedTargets[node] { return known }
    let target = followMisplaced(node)
    misplacedTargets[node] = .some(target)
    return target
  }

  /// Reads the targets of references, and of references in those, until none is left.
  func finishSchemas() -> SchemaStore {
    var next = 0
    while next < pendingSchemas.count {
      _ = schema(at: pendingSchemas[next])
      next += 1
    }
    return SchemaStore(schemas, inOrder: schemasInOrder)
  }
}

/// A schema that is being read.
private struct OpenSchema {
  var node: SourceNode
  /// Whether the schemas inside it have been put on the stack above it.
  var isEntered = false
}
