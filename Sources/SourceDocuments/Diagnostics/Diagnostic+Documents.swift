/// What every format of documents can get wrong.
extension Diagnostic {
  static func tooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "too-deep",
      "values are nested more than \(DocumentLimits.depth) levels deep",
      at: location
    )
  }

  static func tooLarge(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "too-large",
      "the document has more than \(DocumentLimits.nodes) values",
      at: location
    )
  }

  static func duplicateKey(_ name: String, at second: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "duplicate-key",
      "the member '\(Excerpt.of(name))' occurs twice in this object",
      at: second,
      advice: "remove or rename one of them",
      notes: [Note("it occurs here first", at: first)]
    )
  }

  static func emptyDocument(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error,
      code: "empty-document",
      "the document is empty",
      at: SourceLocation(file: file, offset: 0, length: 0),
      advice: "name the file that holds the description, or restore its content"
    )
  }
}
