public import SourceDocuments

/// Reads an OpenAPI description into its typed objects.
public struct OpenAPIReader {
  /// Reads and validates a description.
  ///
  /// It never stops at the first fault: the diagnostics hold all that could be found. The document is nil
  /// when one of them is an error.
  ///
  /// - Parameter allowsDanglingReferences: Whether a reference to a schema that does not exist is only warned of, and any
  ///   value stands for it.
  public static func read(
    _ document: SourceDocument,
    loader: DocumentLoader,
    allowsDanglingReferences: Bool = false
  ) -> (document: OpenAPIDocument?, diagnostics: Diagnostics) {
    let (description, diagnostics) = readDespiteErrors(
      document,
      loader: loader,
      allowsDanglingReferences: allowsDanglingReferences
    )
    return (diagnostics.hasErrors ? nil : description, diagnostics)
  }

  /// Reads and validates a description, and returns what could be read of it even when it is wrong.
  ///
  /// Whoever uses such a document has to look at the errors: what one is about may be missing. It is nil when
  /// hardly anything could be read.
  ///
  /// - Parameter checksExamples: Whether examples that do not match their schemas are warned of; it takes about a tenth
  ///   of the time.
  public static func readDespiteErrors(
    _ document: SourceDocument,
    loader: DocumentLoader,
    allowsDanglingReferences: Bool = false,
    checksExamples: Bool = true
  ) -> (document: OpenAPIDocument?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    guard let declared = DeclaredVersion.read(document.root, &diagnostics) else { return (nil, diagnostics) }
    let context = ReadingContext(root: document.root, dialect: declared.dialect, loader: loader)
    context.diagnostics = diagnostics
    context.allowsDanglingReferences = allowsDanglingReferences
    let description = OpenAPIDocument.read(version: declared.version, in: context)
    context.diagnostics.append(contentsOf: context.misplacedReferences.diagnostics(detours: loader.detours))
    diagnostics = context.diagnostics
    if let description {
      DocumentValidation.check(
        description,
        in: declared.dialect,
        checksExamples: checksExamples,
        &diagnostics
      )
    }
    return (description, diagnostics)
  }
}
