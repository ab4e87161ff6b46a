import SourceDocuments

/// Builds one schema, those inside it having been built before.
struct SchemaBuilder {
  let node: SourceNode
  let context: ReadingContext
  var keywords = SchemaKeywords()
  var reference: SchemaReference?
  /// What `nullable` says (OpenAPI 3.0).
  var isNullable = false
  /// The format that an unknown type stands for.
  var meantFormat: String?
  /// What `exclusiveMinimum` and `exclusiveMaximum` say as booleans (OpenAPI 3.0).
  var excludesMinimum = false
  var excludesMaximum = false

  /// - Parameter keywords: Those that are read of an object that is a schema among other things; nil for an
  ///   object that is nothing else.
  static func build(
    _ node: SourceNode,
    only keywords: Set<SchemaKeyword>? = nil,
    in context: ReadingContext
  ) -> Schema {
    if let boolean = node.boolean { return Schema(origin: node, boolean: boolean) }
    guard node.kind == .object else {
      context.reportWrongType(node, expected: "a schema")
      return Schema(origin: node)
    }
    var builder = SchemaBuilder(node: node, context: context)
    builder.readMembers(only: keywords)
    return builder.finish()
  }

  private init(node: SourceNode, context: ReadingContext) {
    self.node = node
    self.context = context
  }

  private mutating func readMembers(only keywords: Set<SchemaKeyword>?) {
    let hasReference = node["$ref"]?.kind == .string
    for member in node.members {
      guard let keyword = SchemaKeyword(name: member.key), isKnown(keyword) else {
        if keywords == nil || member.key.hasPrefix("x-") { readUnknown(member) }
        continue
      }
      if let keywords, !keywords.contains(keyword) { continue }
      if hasReference, context.dialect < .openAPI31, !canStandBesideReference(keyword) {
        context.diagnostics.append(.ignoredKeyword(member, in: context.dialect))
        continue
      }
      if context.dialect < keyword.since {
        context.diagnostics.append(.laterKeyword(member, since: keyword.since, in: context.dialect))
      }
      read(keyword, member.value)
    }
  }

  private func isKnown(_ keyword: SchemaKeyword) -> Bool {
    keyword != .collectionFormat || context.dialect == .swagger20
  }

  /// OpenAPI 3.0 gives no meaning to anything beside a reference. Those who write `nullable` there mean it.
  private func canStandBesideReference(_ keyword: SchemaKeyword) -> Bool {
    keyword == .reference || keyword == .nullable || keyword.isAnnotation
  }

  private mutating func readUnknown(_ member: SourceMember) {
    if member.key == "x-nullable", context.dialect == .swagger20 {
      readNullable(member.value)
      return
    }
    if member.key.hasPrefix("x-") {
      keywords.extensions.append(SpecificationExtension(name: member.key, value: member.value))
      return
    }
    // JSON Schema allows any other keyword, so one is doubtful only when it looks like a known one.
    let nearest = NearestNames.nearest(to: member.key, among: SchemaKeyword.names, within: 2)
    guard context.dialect < .openAPI31 || (nearest != nil && member.key.utf8.count > 3) else { return }
    context.diagnostics.append(.unknownKeyword(member, nearest: nearest, in: context.dialect))
  }

  // Every keyword has its line here; how each is read stands in the extensions.
  private mutating func read(_ keyword: SchemaKeyword, _ value: SourceNode) {
    switch keyword {
    case .reference: readReference(value)
    case .title: keywords.title = context.text(of: value, .documentation)
    case .description: keywords.description = context.text(of: value, .documentation)
    case .type: readTypes(value)
    case .format: keywords.format = context.text(of: value, .documentation)
    case .default: keywords.defaultValue = value
    case .example: keywords.examples.append(context.exampleValue(value))
    case .examples: readExamples(value)
    case .deprecated: keywords.isDeprecated = context.flag(of: value, .documentation) ?? false
    case .readOnly: keywords.isReadOnly = context.flag(of: value) ?? false
    case .writeOnly: keywords.isWriteOnly = context.flag(of: value) ?? false
    case .enumeration: readEnumeration(value)
    case .constant: keywords.constant = value
    case .nullable: readNullable(value)
    case .required: readRequired(value)
    case .properties: keywords.properties = properties(in: value)
    case .additionalProperties: keywords.additionalProperties = schema(at: value)
    case .patternProperties: keywords.object[default: .init()].patternProperties = properties(in: value)
    case .propertyNames: keywords.object[default: .init()].propertyNames = schema(at: value)
    case .unevaluatedProperties: keywords.object[default: .init()].unevaluatedProperties = schema(at: value)
    case .minProperties: keywords.object[default: .init()].minProperties = context.count(of: value)
    case .maxProperties: keywords.object[default: .init()].maxProperties = context.count(of: value)
    case .dependentRequired: readDependentRequired(value)
    case .dependentSchemas: keywords.object[default: .init()].dependentSchemas = properties(in: value)
    case .items: readItems(value)
    case .prefixItems: keywords.array[default: .init()].prefixItems = schemas(in: value)
    case .contains: keywords.array[default: .init()].contains = schema(at: value)
    case .minContains: keywords.array[default: .init()].minContains = context.count(of: value)
    case .maxContains: keywords.array[default: .init()].maxContains = context.count(of: value)
    case .unevaluatedItems: keywords.array[default: .init()].unevaluatedItems = schema(at: value)
    case .minItems: keywords.array[default: .init()].minItems = context.count(of: value)
    case .maxItems: keywords.array[default: .init()].maxItems = context.count(of: value)
    case .uniqueItems: keywords.array[default: .init()].uniqueItems = context.flag(of: value) ?? false
    case .minLength: keywords.text[default: .init()].minLength = context.count(of: value)
    case .maxLength: keywords.text[default: .init()].maxLength = context.count(of: value)
    case .pattern: keywords.text[default: .init()].pattern = context.text(of: value)
    case .contentEncoding: keywords.text[default: .init()].contentEncoding = context.text(of: value)
    case .contentMediaType: keywords.text[default: .init()].contentMediaType = context.text(of: value)
    case .minimum: keywords.number[default: .init()].minimum = context.number(of: value)
    case .maximum: keywords.number[default: .init()].maximum = context.number(of: value)
    case .exclusiveMinimum: readExclusiveMinimum(value)
    case .exclusiveMaximum: readExclusiveMaximum(value)
    case .multipleOf: keywords.number[default: .init()].multipleOf = context.number(of: value)
    case .allOf: keywords.composition[default: .init()].allOf = schemas(in: value)
    case .oneOf: keywords.composition[default: .init()].oneOf = schemas(in: value)
    case .anyOf: keywords.composition[default: .init()].anyOf = schemas(in: value)
    case .not: keywords.composition[default: .init()].not = schema(at: value)
    case .ifSchema: keywords.composition[default: .init()].ifSchema = schema(at: value)
    case .thenSchema: keywords.composition[default: .init()].thenSchema = schema(at: value)
    case .elseSchema: keywords.composition[default: .init()].elseSchema = schema(at: value)
    case .discriminator:
      keywords.composition[default: .init()].discriminator = Discriminator.read(value, in: context)
    case .definitions: readDefinitions(value)
    case .dynamicReference: readDynamicReference(value)
    case .xml: readXML(value)
    case .externalDocs, .schemaDialect, .identifier, .anchor, .dynamicAnchor, .vocabulary, .comment,
      .contentSchema, .oldDefinitions, .dependencies,
      .collectionFormat:
      break
    }
  }
}

extension Optional {
  /// The value, put there on first use.
  fileprivate subscript(default value: @autoclosure () -> Wrapped) -> Wrapped {
    get { self ?? value() }
    set { self = newValue }
  }
}

extension Diagnostic {
  fileprivate static func unknownKeyword(
    _ member: SourceMember,
    nearest: String?,
    in dialect: Dialect
  ) -> Diagnostic {
    warning(
      "unknown-field",
      "'\(member.key)' is not a keyword of schemas in \(dialect.name)",
      at: member.value,
      advice: nearest.map { "write '\($0)'" } ?? "remove it, or let its name start with 'x-'"
    ).located(at: member.keyLocation)
  }

  fileprivate static func laterKeyword(
    _ member: SourceMember,
    since: Dialect,
    in dialect: Dialect
  ) -> Diagnostic {
    warning(
      "unknown-field",
      "'\(member.key)' is not a keyword of schemas in \(dialect.name); it came with \(since.name)",
      at: member.value,
      advice: dialect.adviceForLater
    ).located(at: member.keyLocation)
  }

  fileprivate static func ignoredKeyword(_ member: SourceMember, in dialect: Dialect) -> Diagnostic {
    warning(
      "ignored-sibling",
      "'\(member.key)' has no effect beside '$ref' in \(dialect.name)",
      at: member.value,
      advice: "put the reference into 'allOf'"
    ).located(at: member.keyLocation)
  }
}
