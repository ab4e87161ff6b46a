import OpenAPIDescription
import SourceDocuments

/// Turns the response objects of an operation into ``Response`` values.
struct ResponseLowering {
  let lowering: SchemaLowering

  func responses(of operation: OpenAPIDescription.Operation, id: String) -> [Response] {
    let successes = operation.responses.count { $0.status.isOfClass(2) }
    return operation.responses.map { response in
      let own = TypeContext.responseBody(
        operation: id,
        status: response.status,
        isOnlySuccess: response.status.isOfClass(2) && successes == 1
      )
      let context = response.componentName.map(TypeContext.named) ?? own
      return Response(
        status: response.status,
        description: response.description,
        contents: contents(of: response.content, context: context),
        headers: response.headers.compactMap(header),
        links: response.links,
        origin: response.origin
      )
    }
  }

  /// The representations that differ in what they hold. One that writes the same value as JSON does in another
  /// format is left out, with a warning.
  private func contents(of media: [MediaType], context: TypeContext) -> [Content] {
    let contents = ContentLowering(lowering: lowering)
    let typed = media.first { contents.isJSON($0) } ?? media.first { $0.isSequential }
    let leading = typed ?? media.first
    var result: [Content] = []
    for candidate in media {
      let isTyped = contents.isJSON(candidate) || candidate.isSequential
      if let leading, !isTyped, candidate.name != leading.name,
        contents.isStructured(candidate) || (typed != nil && contents.isSameValue(candidate, leading))
      {
        contents.reportOther(candidate, leading)
      } else {
        result.append(contents.content(of: candidate, context: context))
      }
    }
    return result
  }

  private func header(_ header: Header) -> ResponseHeader? {
    // OpenAPI 3.1.1 §4.8.17.1: the media type of a response is described by its content.
    guard header.name.lowercased() != "content-type" else { return nil }
    let media = header.content.first
    let schema = header.schema ?? media?.schema
    let value =
      schema.map { lowering.type(of: $0, context: .header(name: header.name)) }
      ?? ValueType(.scalar(Scalar(kind: .string)))
    return ResponseHeader(
      name: header.name,
      value: value.withoutNull,
      isRequired: header.isRequired,
      isDeprecated: header.isDeprecated,
      explode: header.explode,
      mediaType: media?.name,
      description: header.description ?? schema.flatMap { lowering.resolved($0).description },
      schema: schema,
      example: (header.examples + (media?.examples ?? [])).lazy.compactMap(\.value).first,
      origin: header.origin
    )
  }
}
