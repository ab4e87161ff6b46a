import SourceDocuments

/// Checks what cannot be seen while an object is being read, because it takes several of them.
struct DocumentValidation {
  static func check(_ document: OpenAPIDocument, in dialect: Dialect, _ diagnostics: inout Diagnostics) {
  }
}
