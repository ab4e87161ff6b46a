import SourceDocuments

/// A Response Object of OpenAPI 2.0. In which media types it is given depends on the operation.
struct SwaggerResponse {
  var description: String?
  var headers: [Header]
  var schema: Schema?
  /// By media type.
  var examples: [SourceMember]
  var origin: SourceNode
}

extension Response {
  /// Reads a response; its status is set by the caller.
  ///
  /// - Parameter mediaTypes: What the operation produces.
  static func readSwagger(
    _ node: SourceNode,
    _ mediaTypes: [SwaggerMediaTypes.Name],
    in context: ReadingContext
  ) -> Response? {
    guard let reference = context.follow(node, section: "responses") else { return nil }
    let response = context.swaggerResponses.value(at: reference.target, in: context) {
      SwaggerResponse.read(reference.target, in: context)
    } whenRecursive: {
      context.diagnostics.append(.containsItself(node))
    }
    guard let response else { return nil }
    return Response(
      status: .default,
      description: response.description,
      headers: response.headers,
      content: response.content(in: mediaTypes, context),
      componentName: reference.componentName,
      origin: response.origin
    )
  }
}

extension SwaggerResponse {
  fileprivate static func read(_ node: SourceNode, in context: ReadingContext) -> SwaggerResponse? {
    guard var reader = ObjectReader(node, "Response Object", in: context) else { return nil }
    if !reader.hasField("description") { reader.reportMissing("description", .documentation) }
    let response = SwaggerResponse(
      description: reader.prose("description"),
      headers: reader.members("headers").compactMap { Header.readSwagger($0, in: context) },
      schema: reader.value("schema").map { context.schema(at: $0) },
      examples: reader.members("examples", .documentation),
      origin: node
    )
    reader.finish()
    return response
  }

  /// The body in each of the media types; none where neither a schema nor an example speaks of one.
  ///
  /// Where nothing says in which media type it is, the examples do, and JSON is meant without them.
  fileprivate func content(in mediaTypes: [SwaggerMediaTypes.Name], _ context: ReadingContext) -> [MediaType]
  {
    var names = mediaTypes
    if names.isEmpty || schema == nil {
      names = examples.map { SwaggerMediaTypes.Name(text: $0.key, origin: $0.value) }
    } else {
      let produced = Set(names.map(\.essence))
      for example in examples where !produced.contains(example.mediaType.essence) {
        context.diagnostics.append(.otherMediaType(example, produced: names))
      }
    }
    if names.isEmpty, let schema { names = [.init(text: schema.usualMediaType, origin: schema.origin)] }
    guard context.admit(names.count, at: origin) else { return [] }
    return names.map { name in
      let example = examples.first { $0.mediaType.essence == name.essence }?.value
      return MediaType(
        name: name.text,
        schema: schema,
        examples: example.map { [Example(value: context.exampleValue($0), origin: $0)] } ?? [],
        origin: example ?? name.origin
      )
    }
  }
}

extension SourceMember {
  fileprivate var mediaType: SwaggerMediaTypes.Name {
    SwaggerMediaTypes.Name(text: key, origin: value)
  }
}

extension Schema {
  fileprivate var usualMediaType: String {
    format == "binary" ? "application/octet-stream" : "application/json"
  }
}

extension Header {
  fileprivate static func readSwagger(_ member: SourceMember, in context: ReadingContext) -> Header? {
    guard let reference = context.follow(member.value, section: "headers") else { return nil }
    guard var reader = ObjectReader(reference.target, "Header Object", in: context) else { return nil }
    let value = SwaggerValue.read(from: &reader, isQuery: false)
    let header = Header(
      name: member.key,
      description: reader.prose("description"),
      schema: value.schema,
      origin: reference.target
    )
    reader.finish()
    return header
  }
}

extension Diagnostic {
  fileprivate static func otherMediaType(
    _ example: SourceMember,
    produced: [SwaggerMediaTypes.Name]
  ) -> Diagnostic {
    warning(
      "example-of-other-media-type",
      "'\(example.key.shortened)' is not produced here; the example is left out",
      at: example.value,
      advice: "write one of: " + produced.prefix(5).map(\.text.shortened).joined(separator: ", ")
    ).located(at: example.keyLocation)
  }
}
