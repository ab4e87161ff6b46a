import OpenAPIDescription
import SourceDocuments

extension SchemaLowering {
  func report(_ diagnostic: Diagnostic) {
    table.diagnostics.append(diagnostic)
  }

  /// Names the keywords that the generated types do not express.
  func warnAboutUncheckedKeywords(of schema: Schema) {
    guard table.warnsOfKeywords, table.keywordsChecked.insert(schema).inserted else { return }
    let reader = ConstraintReader(schemas: table.schemas, types: [])
    for keyword in ConstraintReader.assertedKeywords(of: schema)
    where reader.assertion(of: keyword, in: schema) == nil {
      report(.uncheckedKeyword(keyword, schema))
    }
    for keyword in ["contentSchema", "dependencies"] where schema.origin[keyword] != nil {
      report(.uncheckedKeyword(keyword, schema))
    }
    if !schema.isArray || schema.prefixItems.isEmpty || schema.items != nil, schema.unevaluatedItems != nil {
      report(.uncheckedKeyword("unevaluatedItems", schema))
    }
    if let pattern = schema.pattern, !PatternSupport.isDecidable(pattern) {
      report(.uncheckedPattern(pattern, schema))
    }
    if let format = schema.format, !schema.hasDefaultOfFormat { report(.defaultNotOfFormat(format, schema)) }
  }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func uncheckedKeyword(_ keyword: String, _ schema: Schema) -> Diagnostic {
    .warning(
      "unsupported-keyword",
      "'\(keyword)' is not expressed in the generated type",
      at: schema.origin[keyword] ?? schema.origin,
      advice: "values are read and written as the rest of the schema says"
    )
  }

  fileprivate static func defaultNotOfFormat(_ format: String, _ schema: Schema) -> Diagnostic {
    .warning(
      "default-not-of-format",
      "the default is not of the format '\(format)'; values are read as plain text",
      at: schema.origin["default"] ?? schema.origin,
      advice: "give a default of that format, or remove it"
    )
  }

  fileprivate static func uncheckedPattern(_ pattern: String, _ schema: Schema) -> Diagnostic {
    .warning(
      "unchecked-pattern",
      "the pattern '\(pattern)' is not checked: it cannot be matched in linear time",
      at: schema.origin["pattern"] ?? schema.origin,
      advice: "write it without look-around, back references and classes such as '\\p{L}'"
    )
  }
}
