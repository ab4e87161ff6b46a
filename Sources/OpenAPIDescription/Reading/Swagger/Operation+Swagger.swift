import SourceDocuments

extension PathItem {
  /// Reads the fields of a Path Item Object of OpenAPI 2.0.
  ///
  /// Its parameters may describe a body, which a path item of OpenAPI 3 has no place for: that becomes the
  /// body of each operation.
  static func readSwagger(_ node: SourceNode, in context: ReadingContext) -> PathItem? {
    guard var reader = ObjectReader(pathItem: node, in: context) else { return nil }
    let shared = SwaggerParameters.read(from: &reader)
    let operations = reader.fields.compactMap { field -> Operation? in
      guard Operation.methods.contains(field.key) else { return nil }
      let since: Dialect = field.key == "trace" ? .openAPI30 : .swagger20
      guard let value = reader.value(field.key, since: since) else { return nil }
      return Operation.readSwagger(value, method: field.key, shared: shared, in: context)
    }
    reader.ignore(Operation.methods.sorted())
    reader.finish()
    return PathItem(path: "", parameters: shared.parameters, operations: operations, origin: node)
  }
}

extension Operation {
  /// - Parameter shared: The parameters of the path item.
  fileprivate static func readSwagger(
    _ node: SourceNode,
    method: String,
    shared: SwaggerParameters,
    in context: ReadingContext
  ) -> Operation? {
    guard var reader = ObjectReader(node, "Operation Object", in: context) else { return nil }
    let mediaTypes = SwaggerMediaTypes.read(from: &reader, default: context.swagger.mediaTypes)
    guard context.admit(mediaTypes.consumes.count, at: node) else { return nil }
    let parameters = SwaggerParameters.read(from: &reader)
    let tags = reader.value("tags").map { context.texts(of: $0, .documentation) }
    let address = context.swagger.address.replacing(schemes: SwaggerAddress.readSchemes(from: &reader))
    let operation = Operation(
      method: method,
      operationID: reader.text("operationId"),
      tags: tags ?? [],
      summary: reader.prose("summary"),
      description: reader.prose("description"),
      externalDocumentation: ExternalDocumentation.read(from: &reader),
      parameters: parameters.parameters,
      requestBody: parameters.completed(by: shared).requestBody(in: mediaTypes.consumes, context),
      responses: Response.readAll(from: &reader) { response in
        Response.readSwagger(response, mediaTypes.produces, in: context)
      },
      isDeprecated: reader.flag("deprecated") ?? false,
      security: SecurityRequirement.readAll(from: &reader),
      servers: address?.servers.map { $0.matchingVariables(in: context) } ?? [],
      extensions: reader.extensions,
      origin: node
    )
    reader.finish()
    return operation
  }
}
