import SourceDocuments

extension SchemaBuilder {
  /// Checks an XML Object (OpenAPI 3.2.0 §4.26). What it says is of no use to bodies in JSON, and those in XML
  /// are passed as they are.
  func readXML(_ value: SourceNode) {
    guard var reader = ObjectReader(value, "XML Object", in: context, .documentation) else { return }
    _ = reader.prose("name")
    _ = reader.prose("namespace")
    _ = reader.prose("prefix")
    _ = reader.flag("attribute")
    _ = reader.flag("wrapped")
    if let type = reader.prose("nodeType", since: .openAPI32), !Self.nodeTypes.contains(type) {
      context.diagnostics.append(.unknownNodeType(type, at: reader.node["nodeType"] ?? value))
    }
    reader.finish()
  }

  private static let nodeTypes = ["element", "attribute", "text", "cdata", "none"]
}

extension Diagnostic {
  fileprivate static func unknownNodeType(_ text: String, at node: SourceNode) -> Diagnostic {
    .warning(
      "unknown-node-type",
      "'\(text.shortened)' is not a type of node in XML",
      at: node,
      advice: "write one of: element, attribute, text, cdata, none"
    )
  }
}
