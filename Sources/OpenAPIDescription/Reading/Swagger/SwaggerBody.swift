import SourceDocuments

/// A parameter with `in: body` (OpenAPI 2.0, Parameter Object).
struct SwaggerBody {
  var description: String?
  var isRequired: Bool
  var schema: Schema?
  var example: SourceNode?
  var componentName: String?
  var origin: SourceNode

  static func read(from reader: inout ObjectReader) -> SwaggerBody {
    let context = reader.context
    var schema = reader.value("schema").map { context.schema(at: $0) }
    if schema == nil {
      reader.reportMissing("schema", .documentation, advice: "add it; any body is accepted without it")
      // Written as in other parameters.
      if reader.node["type"] != nil { schema = SwaggerValue.read(from: &reader, isQuery: true).schema }
    }
    return SwaggerBody(
      description: reader.prose("description"),
      isRequired: reader.flag("required") ?? false,
      schema: schema,
      example: reader.value("x-example"),
      origin: reader.node
    )
  }

  /// The body in each of the media types, or in JSON, which is meant where nothing is said.
  func requestBody(in mediaTypes: [SwaggerMediaTypes.Name]) -> RequestBody {
    let names = mediaTypes.isEmpty ? [.init(text: "application/json", origin: origin)] : mediaTypes
    return RequestBody(
      description: description,
      isRequired: isRequired,
      content: names.map { name in
        MediaType(
          name: name.text,
          schema: schema,
          examples: example.map { [Example(value: $0, origin: $0)] } ?? [],
          origin: name.origin
        )
      },
      componentName: componentName,
      origin: origin
    )
  }
}
