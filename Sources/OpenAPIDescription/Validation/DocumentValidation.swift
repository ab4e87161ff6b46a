import SourceDocuments

/// Checks what cannot be seen while an object is being read, because it takes several of them.
struct DocumentValidation {
  /// - Parameter checksExamples: Whether examples are held against their schemas, which gives warnings only.
  static func check(
    _ document: OpenAPIDocument,
    in dialect: Dialect,
    checksExamples: Bool,
    _ diagnostics: inout Diagnostics
  ) {
    let contents = DescriptionContents(document)
    PathRules.check(document, &diagnostics)
    ParameterRules.check(contents, &diagnostics)
    OperationRules.check(contents, &diagnostics)
    TagRules.check(document, contents, &diagnostics)
    SchemaCycles.check(document.schemas, &diagnostics)
    SchemaRules.check(document.schemas, in: dialect, &diagnostics)
    if checksExamples { ExampleRules.check(document.schemas, contents, &diagnostics) }
  }
}
