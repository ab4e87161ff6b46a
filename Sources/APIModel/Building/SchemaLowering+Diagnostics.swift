import OpenAPIDescription
import SourceDocuments

extension SchemaLowering {
  func report(_ diagnostic: Diagnostic) {
    table.diagnostics.append(diagnostic)
  }

  /// Names the keywords that the generated types do not express.
  func warnAboutUncheckedKeywords(of schema: Schema) {
    var keywords: [String] = []
    if schema.ifSchema != nil { keywords.append("if") }
    if schema.contains != nil { keywords.append("contains") }
    if schema.propertyNames != nil { keywords.append("propertyNames") }
    if !schema.prefixItems.isEmpty { keywords.append("prefixItems") }
    if !schema.dependentRequired.isEmpty { keywords.append("dependentRequired") }
    if !schema.patternProperties.isEmpty { keywords.append("patternProperties") }
    for keyword in keywords { report(.uncheckedKeyword(keyword, schema)) }
    if schema.listedValues.isEmpty == false, schema.enumerationBase == nil, schema.scalar == nil {
      report(.mixedEnumeration(schema))
    }
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

  fileprivate static func mixedEnumeration(_ schema: Schema) -> Diagnostic {
    .warning(
      "mixed-enumeration",
      "an enumeration of values of several types is generated without its values",
      at: schema.origin["enum"] ?? schema.origin,
      advice: "give all values one type"
    )
  }
}
