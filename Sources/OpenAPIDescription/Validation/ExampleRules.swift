import SourceDocuments

/// Examples and defaults should be values that their schema allows.
struct ExampleRules {
  private var checker: ValueChecker

  static func check(
    _ schemas: SchemaStore,
    _ contents: DescriptionContents,
    _ diagnostics: inout Diagnostics
  ) {
    var rules = ExampleRules(checker: ValueChecker(schemas: schemas))
    for schema in schemas.all {
      for example in schema.examples { rules.check(example, schema, "example", &diagnostics) }
      if let value = schema.defaultValue { rules.check(value, schema, "default", &diagnostics) }
    }
    for mediaType in contents.mediaTypes { rules.check(mediaType, &diagnostics) }
    for parameter in contents.parameters {
      rules.check(parameter.examples, parameter.schema, isText: true, &diagnostics)
    }
    for header in contents.headers {
      rules.check(header.examples, header.schema, isText: true, &diagnostics)
    }
  }

  private mutating func check(_ mediaType: MediaType, _ diagnostics: inout Diagnostics) {
    let isText = !mediaType.name.lowercased().contains("json")
    check(mediaType.examples, mediaType.schema, isText: isText, &diagnostics)
  }

  /// - Parameter isText: Whether an example may be the text that is sent, rather than the value.
  private mutating func check(
    _ examples: [Example],
    _ schema: Schema?,
    isText: Bool,
    _ diagnostics: inout Diagnostics
  ) {
    guard let schema else { return }
    for example in examples {
      guard let value = example.value else { continue }
      if isText, value.kind == .string { continue }
      check(value, schema, "example", &diagnostics)
    }
  }

  private mutating func check(
    _ value: SourceNode,
    _ schema: Schema,
    _ name: String,
    _ diagnostics: inout Diagnostics
  ) {
    guard let mismatch = checker.mismatch(of: value, with: schema) else { return }
    diagnostics.append(.mismatch(mismatch, of: value, schema, name))
  }
}

extension Diagnostic {
  fileprivate static func mismatch(
    _ mismatch: Mismatch,
    of value: SourceNode,
    _ schema: Schema,
    _ name: String
  ) -> Diagnostic {
    var place = ""
    // A value that was reached through a reference inside the example has no path from its root.
    if mismatch.place != value, mismatch.place.pointer.hasPrefix(value.pointer) {
      place = " at '\(mismatch.place.pointer.dropFirst(value.pointer.count))'"
    }
    return warning(
      "example-mismatch",
      "this \(name) does not match its schema\(place): \(mismatch.reason)",
      at: mismatch.place,
      advice: "correct the \(name) or the schema",
      notes: [Note("the schema is here", at: schema.origin.bestLocation)]
    ).located(at: mismatch.place.location)
  }
}
