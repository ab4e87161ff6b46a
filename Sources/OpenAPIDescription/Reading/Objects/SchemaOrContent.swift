import SourceDocuments

extension ReadingContext {
  /// A parameter or header has either a `schema` or one media type (OpenAPI 3.1.1 §4.8.12.2).
  func checkSchemaOrContent(_ schema: Schema?, _ content: [MediaType], at node: SourceNode) {
    if schema == nil, content.isEmpty {
      diagnostics.append(.untyped(node))
    } else if schema != nil, let first = content.first {
      diagnostics.append(.schemaAndContent(first.origin))
    } else if content.count > 1 {
      diagnostics.append(.severalMediaTypes(content[1].origin))
    }
  }
}

extension Diagnostic {
  /// Said of an object that refers to itself on the way through its content.
  static func containsItself(_ node: SourceNode) -> Diagnostic {
    .error("circular-reference", "this object contains itself", at: node)
  }

  fileprivate static func untyped(_ node: SourceNode) -> Diagnostic {
    .warning(
      "missing-schema",
      "neither 'schema' nor 'content' says what values are allowed here; a string is assumed",
      at: node,
      advice: "add a 'schema'"
    )
  }

  fileprivate static func schemaAndContent(_ node: SourceNode) -> Diagnostic {
    .warning(
      "schema-and-content",
      "'content' is ignored beside 'schema'",
      at: node,
      advice: "remove one of them"
    )
  }

  fileprivate static func severalMediaTypes(_ node: SourceNode) -> Diagnostic {
    .warning(
      "several-media-types",
      "the content of a parameter or header has one media type; the first is used",
      at: node
    )
  }
}
