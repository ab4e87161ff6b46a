/// What YAML text can get wrong.
extension Diagnostic {
  /// A deviation from the grammar of YAML, in libyaml's words with advice for the usual causes.
  static func yamlSyntax(
    _ problem: String,
    in file: SourceFile,
    at range: Range<Int>,
    advice: String? = nil,
    note: Note? = nil
  ) -> Diagnostic {
    let byte = file.bytes[min(range.lowerBound, file.bytes.count)...].first
    return Diagnostic(
      .error,
      code: "yaml-syntax",
      byte == UInt8(ascii: "\t") ? "a tab stands where YAML expects spaces" : problem,
      at: SourceLocation(file: file, offset: range.lowerBound, length: range.count),
      advice: advice ?? usualAdvice(problem, before: byte),
      notes: note.map { [$0] } ?? []
    )
  }

  private static func usualAdvice(_ problem: String, before byte: UInt8?) -> String? {
    switch (problem, byte) {
    case (_, UInt8(ascii: "\t")):
      "indent with spaces; YAML does not allow tabs there"
    case ("found character that cannot start any token", _):
      "put the text in quotation marks"
    case ("mapping values are not allowed in this context", _):
      "put text that contains ': ' in quotation marks, and check the indentation"
    case ("could not find expected ':'", _):
      "check that the line above is complete, and that the key is shorter than 1,024 characters"
    case ("did not find expected key", _), ("did not find expected '-' indicator", _):
      "check the indentation of this line against the lines above, and the quotation marks there"
    case ("found unknown escape character", _):
      "write \\\\ for a backslash, or use single quotation marks"
    case ("found invalid Unicode character escape code", _):
      "write the character itself, or its code point as in \\U0001F600: YAML has no surrogate pairs"
    case ("control characters are not allowed", _):
      "write the character as an escape such as \\x1B in double quotation marks"
    default:
      nil
    }
  }
}

extension Diagnostic {
  static func severalDocuments(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "several-documents",
      "a second document begins here",
      at: location,
      advice: "keep one document in a file"
    )
  }

  static func complexKey(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "yaml-syntax",
      "the key of a mapping is a mapping or a sequence itself",
      at: location,
      advice: "use a plain name as the key, and put text that begins with '{' or '[' in quotation marks"
    )
  }

  static func mergedScalar(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "yaml-syntax",
      "the merge key '<<' needs a mapping or a sequence of mappings",
      at: location,
      advice: "put '<<' in quotation marks if it is an ordinary name"
    )
  }

  static func unknownAlias(
    _ name: [UInt8],
    known: some Collection<[UInt8]>,
    at location: SourceLocation
  ) -> Diagnostic {
    let name = String(decoding: name, as: UTF8.self)
    let nearest = NearestNames.of(name, among: known.lazy.map { String(decoding: $0, as: UTF8.self) })
    return Diagnostic(
      .error,
      code: "yaml-syntax",
      "the alias '*\(Excerpt.of(name))' has no anchor above it",
      at: location,
      advice: nearest.isEmpty ? nil : "refer to one of: " + nearest.joined(separator: ", ")
    )
  }

  static func recursiveAlias(_ name: [UInt8], at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "recursive-alias",
      "the alias '*\(Excerpt.of(String(decoding: name, as: UTF8.self)))' stands within its own anchor",
      at: location
    )
  }

  static func aliasExpansion(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      code: "alias-expansion",
      "the aliases up to here repeat so much that the document becomes too large",
      at: location
    )
  }
}
