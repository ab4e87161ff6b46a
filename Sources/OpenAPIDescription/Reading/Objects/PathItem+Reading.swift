import SourceDocuments

extension PathItem {
  /// Reads a path item, or what a reference in its place leads to.
  ///
  /// A Path Item Object has a `$ref` of its own (OpenAPI 3.1.1 §4.8.9), which other fields may stand beside;
  /// where both have a field, the one beside the reference wins.
  static func read(path: String, _ node: SourceNode, in context: ReadingContext) -> PathItem? {
    let item = context.pathItems.value(at: node, in: context) {
      context.descend(into: node) { readFields(node, in: context) }
    } whenRecursive: {
      context.diagnostics.append(.recursivePathItem(node))
    }
    guard var item else { return nil }
    item.path = path
    return item
  }

  private static func readFields(_ node: SourceNode, in context: ReadingContext) -> PathItem? {
    guard node["$ref"] != nil else { return readOwnFields(node, in: context) }
    var inherited: PathItem?
    if let reference = context.followPathItem(node) {
      inherited = read(path: "", reference, in: context)
    }
    guard node.members.contains(where: { $0.key != "$ref" && !$0.key.hasPrefix("x-") }) else {
      return inherited
    }
    guard let own = readOwnFields(node, in: context) else { return inherited }
    return inherited.map { own.completed(by: $0) } ?? own
  }

  private static func readOwnFields(_ node: SourceNode, in context: ReadingContext) -> PathItem? {
    if context.dialect == .swagger20 { return readSwagger(node, in: context) }
    guard var reader = ObjectReader(pathItem: node, in: context) else { return nil }
    let item = PathItem(
      path: "",
      summary: reader.prose("summary"),
      description: reader.prose("description"),
      servers: Server.readAll(from: &reader),
      parameters: Parameter.readAll(from: &reader),
      operations: Operation.readAll(from: &reader),
      origin: node
    )
    reader.finish()
    return item
  }

  private func completed(by other: PathItem) -> PathItem {
    var item = self
    item.summary = summary ?? other.summary
    item.description = description ?? other.description
    if servers.isEmpty { item.servers = other.servers }
    let ownMethods = Set(operations.map(\.method))
    item.operations = other.operations.filter { !ownMethods.contains($0.method) } + operations
    item.parameters =
      other.parameters.filter { parameter in
        !parameters.contains { $0.name == parameter.name && $0.location == parameter.location }
      } + parameters
    return item
  }
}

extension Diagnostic {
  fileprivate static func recursivePathItem(_ node: SourceNode) -> Diagnostic {
    .warning(
      "recursive-callback",
      "this path item is its own callback; the inner one is left out",
      at: node
    )
  }
}
