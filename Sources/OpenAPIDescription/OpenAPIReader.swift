public import SourceDocuments

/// Reads an OpenAPI description into its typed objects.
public struct OpenAPIReader {
  /// Reads and validates a description.
  ///
  /// It never stops at the first fault: the diagnostics hold all that could be found. The document is nil when
  /// one of them is an error.
  public static func read(
    _ document: SourceDocument,
    loader: DocumentLoader
  ) -> (document: OpenAPIDocument?, diagnostics: Diagnostics) {
    (nil, Diagnostics())
  }
}
