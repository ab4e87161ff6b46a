import SourceDocuments

extension SchemaBuilder {
  mutating func readEnumeration(_ value: SourceNode) {
    let value = context.misplacedTarget(of: value) ?? value
    guard value.kind == .array else {
      context.reportWrongType(value, expected: "an array")
      return
    }
    guard !value.elements.isEmpty else {
      context.diagnostics.append(.emptyEnumeration(value))
      return
    }
    keywords.enumeration = Array(value.elements)
  }

  /// The values of `examples`; in a schema they have no names (OpenAPI 3.1.1 §4.8.24).
  mutating func readExamples(_ value: SourceNode) {
    guard value.kind == .array else {
      context.diagnostics.append(.misplacedExamples(value))
      return
    }
    keywords.examples += value.elements
  }

  mutating func readRequired(_ value: SourceNode) {
    // Written in a property, as drafts before JSON Schema 4 had it, a boolean cannot name anything.
    if value.kind == .boolean {
      context.diagnostics.append(.requiredFlag(value))
      return
    }
    var known = Set<String>()
    keywords.required = context.texts(of: value).filter { known.insert($0).inserted }
  }

  mutating func readDependentRequired(_ value: SourceNode) {
    let dependencies = context.members(of: value).map { member in
      DependentRequired(property: member.key, required: context.texts(of: member.value), origin: member.value)
    }
    var object = keywords.object ?? ObjectKeywords()
    object.dependentRequired = dependencies
    keywords.object = object
  }

  mutating func readExclusiveMinimum(_ value: SourceNode) {
    if let isExclusive = value.boolean {
      excludesMinimum = isExclusive
      warnOfFlag(value)
      return
    }
    warnOfBound(value)
    var number = keywords.number ?? NumberKeywords()
    number.exclusiveMinimum = context.number(of: value)
    keywords.number = number
  }

  mutating func readExclusiveMaximum(_ value: SourceNode) {
    if let isExclusive = value.boolean {
      excludesMaximum = isExclusive
      warnOfFlag(value)
      return
    }
    warnOfBound(value)
    var number = keywords.number ?? NumberKeywords()
    number.exclusiveMaximum = context.number(of: value)
    keywords.number = number
  }

  private func warnOfFlag(_ value: SourceNode) {
    if context.dialect >= .openAPI31 { context.diagnostics.append(.exclusiveFlag(value)) }
  }

  private func warnOfBound(_ value: SourceNode) {
    if context.dialect < .openAPI31 { context.diagnostics.append(.exclusiveBound(value)) }
  }
}

extension Diagnostic {
  fileprivate static func emptyEnumeration(_ node: SourceNode) -> Diagnostic {
    .warning(
      "empty-enum",
      "an empty 'enum' would allow no value; it is ignored",
      at: node,
      advice: "list the values, or remove it"
    )
  }

  fileprivate static func misplacedExamples(_ node: SourceNode) -> Diagnostic {
    .warning(
      "wrong-type",
      "expected an array, found \(node.kind.phrase); these examples are left out",
      at: node,
      advice: "the examples of a schema have no names: write an array of values"
    )
  }

  fileprivate static func requiredFlag(_ node: SourceNode) -> Diagnostic {
    .warning(
      "wrong-type",
      "expected an array, found a boolean; it is ignored",
      at: node,
      advice: "name the property under 'required' of the schema that contains it"
    )
  }

  fileprivate static func exclusiveFlag(_ node: SourceNode) -> Diagnostic {
    .warning(
      "outdated-keyword",
      "expected a number, found a boolean; it is read as in OpenAPI 3.0",
      at: node,
      advice: "write the bound itself"
    )
  }

  fileprivate static func exclusiveBound(_ node: SourceNode) -> Diagnostic {
    .warning(
      "wrong-type",
      "expected a boolean, found a number; it is read as in OpenAPI 3.1",
      at: node,
      advice: "write the bound under 'minimum' or 'maximum'"
    )
  }
}
