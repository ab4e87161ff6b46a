import SourceDocuments

extension OpenAPIDocument {
  /// Reads a Swagger 2.0 document into the form of OpenAPI 3 (OpenAPI 2.0, Swagger Object).
  static func readSwagger(version: SpecificationVersion, in context: ReadingContext) -> OpenAPIDocument? {
    let root = context.root
    guard var reader = ObjectReader(root, "Swagger Object", in: context) else { return nil }
    reader.ignore("swagger")
    let info = readInfo(from: &reader)
    if root["paths"] == nil {
      let importance: Importance = root["definitions"] == nil ? .essential : .documentation
      reader.reportMissing("paths", importance, advice: "add 'paths: {}' when there are none")
    }
    // First, because operations all over the document depend on them.
    context.swagger.mediaTypes = SwaggerMediaTypes.read(from: &reader, default: SwaggerMediaTypes())
    context.swagger.address = SwaggerAddress.read(from: &reader)
    let securitySchemes = readSecuritySchemes(in: context)
    reader.ignore("securityDefinitions")

    var document = OpenAPIDocument(
      version: version,
      info: info ?? Info(title: "", version: "", origin: root),
      servers: context.swagger.address.servers.map { $0.matchingVariables(in: context) },
      paths: readPaths(from: &reader),
      components: Components.readSwagger(securitySchemes, from: &reader),
      security: SecurityRequirement.readAll(from: &reader) ?? [],
      tags: reader.elements("tags", .documentation).compactMap { Tag.read($0, in: context) },
      externalDocumentation: ExternalDocumentation.read(from: &reader),
      origin: root
    )
    reader.finish()
    document.schemas = context.finishSchemas()
    return document
  }
}

extension Components {
  /// What OpenAPI 3 keeps under `components` stands in fields of the document itself.
  fileprivate static func readSwagger(
    _ securitySchemes: [SecurityScheme],
    from reader: inout ObjectReader
  ) -> Components {
    let context = reader.context
    var components = Components(securitySchemes: securitySchemes)
    components.schemas = reader.members("definitions").map { member in
      let node = context.aliases(in: "schemas").targets[member.value] ?? member.value
      return NamedSchema(name: member.key, schema: context.schema(at: node))
    }
    for member in reader.members("parameters") {
      switch SwaggerParameter.read(member.value, in: context) {
      case .parameter(let parameter)?:
        components.parameters.append(parameter)
      case .body(let body)?:
        components.requestBodies.append(body.requestBody(in: context.swagger.mediaTypes.consumes))
      case .field?, nil:
        // A field of a form is a part of a body, for which OpenAPI 3 has no components.
        break
      }
    }
    components.responses = reader.members("responses").compactMap { member in
      Response.readSwagger(member.value, context.swagger.mediaTypes.produces, in: context)
    }
    return components
  }
}
