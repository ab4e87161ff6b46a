import SourceDocuments

extension OpenAPIDocument {
  /// Reads the document at the root of a file; nil when something essential is missing.
  static func read(version: SpecificationVersion, in context: ReadingContext) -> OpenAPIDocument? {
    if context.dialect == .swagger20 { return readSwagger(version: version, in: context) }
    let root = context.root
    guard var reader = ObjectReader(root, "OpenAPI Object", in: context) else { return nil }
    // The loader knows what `$self` is for.
    reader.ignore("openapi", "$self")
    if let dialect = reader.value("jsonSchemaDialect", since: .openAPI31) {
      context.checkSchemaDialect(dialect)
    }
    let info = readInfo(from: &reader)
    reportMissingContent(reader)
    // First, because requirements all over the document refer to them by name.
    let securitySchemes = readSecuritySchemes(in: context)

    var document = OpenAPIDocument(
      version: version,
      info: info ?? Info(title: "", version: "", origin: root),
      servers: Server.readAll(from: &reader),
      paths: readPaths(from: &reader),
      webhooks: readWebhooks(from: &reader),
      components: reader.value("components").map { Components.read($0, securitySchemes, in: context) }
        ?? Components(),
      security: SecurityRequirement.readAll(from: &reader) ?? [],
      tags: reader.elements("tags", .documentation).compactMap { Tag.read($0, in: context) },
      externalDocumentation: ExternalDocumentation.read(from: &reader),
      origin: root
    )
    reader.finish()
    document.schemas = context.finishSchemas()
    return document
  }

  static func readInfo(from reader: inout ObjectReader) -> Info? {
    guard let node = reader.value("info") else {
      reader.reportMissing("info", advice: "add 'info' with a 'title' and a 'version'")
      return nil
    }
    return Info.read(node, in: reader.context)
  }

  static func readPaths(from reader: inout ObjectReader) -> [PathItem] {
    let context = reader.context
    return reader.members("paths").compactMap { member in
      guard !member.key.hasPrefix("x-") else { return nil }
      return PathItem.read(path: member.key, member.value, in: context)?.matchingVariables(in: context)
    }
  }

  /// Documents before 3.1 have webhooks as an extension, which ReDoc has made common.
  private static func readWebhooks(from reader: inout ObjectReader) -> [Webhook] {
    let context = reader.context
    let webhooks = reader.members("webhooks", since: .openAPI31)
    let members = webhooks.isEmpty ? reader.members("x-webhooks") : webhooks
    return members.compactMap { Webhook.read($0, in: context) }
  }

  static func readSecuritySchemes(in context: ReadingContext) -> [SecurityScheme] {
    guard let node = context.section("securitySchemes") else { return [] }
    let members = context.members(of: node)
    let schemes = members.compactMap { SecurityScheme.read($0, in: context) }
    context.declaredSecuritySchemes = members.map(\.key)
    context.securitySchemes = Set(schemes.map(\.name))
    return schemes
  }

  /// OpenAPI 3.0.4 §4.7.1 requires `paths`; since 3.1 one of three fields will do (3.1.1 §4.8.1). Documents
  /// of 3.0 that others refer to often have components only.
  private static func reportMissingContent(_ reader: ObjectReader) {
    guard reader.node["paths"] == nil else { return }
    if reader.context.dialect >= .openAPI31 {
      guard reader.node["components"] == nil, reader.node["webhooks"] == nil else { return }
      reader.reportMissing("paths", advice: "add 'paths', 'webhooks' or 'components'")
    } else {
      let importance: Importance = reader.node["components"] == nil ? .essential : .documentation
      reader.reportMissing("paths", importance, advice: "add 'paths: {}' when there are none")
    }
  }
}

extension ReadingContext {
  /// Warns of a dialect whose keywords are not those that schemas are read by (OpenAPI 3.1.1 §4.8.24.5).
  fileprivate func checkSchemaDialect(_ node: SourceNode) {
    guard let name = text(of: node, .documentation) else { return }
    let isKnown = ["https://spec.openapis.org/oas/3.", "https://json-schema.org/draft/2020-12/schema"]
      .contains { name.hasPrefix($0) }
    if !isKnown { diagnostics.append(.otherSchemaDialect(name, at: node)) }
  }
}

extension Diagnostic {
  fileprivate static func otherSchemaDialect(_ name: String, at node: SourceNode) -> Diagnostic {
    .warning(
      "unsupported-dialect",
      "schemas are read by the rules of JSON Schema 2020-12, not by those of '\(name.shortened)'",
      at: node
    )
  }
}
