import OpenAPIDescription
import SourceDocuments

/// Turns a request body object into a ``RequestBody``.
struct RequestBodyLowering {
  let lowering: SchemaLowering

  private var contents: ContentLowering { ContentLowering(lowering: lowering) }

  func requestBody(_ body: OpenAPIDescription.RequestBody, id: String) -> RequestBody? {
    let hasJSON = body.content.contains(where: \.isJSON)
    var contents: [RequestContent] = []
    var types: [String: ValueType] = [:]
    let typed = body.content.first { $0.isJSON || $0.isForm }
    for media in body.content {
      // XML of what is also taken as JSON or as a form would be the same call with more work.
      if media.isXML, let typed {
        lowering.report(.otherContent(media, typed))
        continue
      }
      let isForm = media.isMultipart || media.isForm && hasJSON
      let own = isForm ? TypeContext.formBody(operation: id) : .requestBody(operation: id)
      let context = body.componentName.map(TypeContext.named) ?? own
      contents.append(content(of: media, context: context, types: &types))
    }
    guard !contents.isEmpty else { return nil }
    return RequestBody(
      isRequired: body.isRequired,
      description: body.description,
      contents: contents,
      origin: body.origin
    )
  }

  private func content(
    of media: MediaType,
    context: TypeContext,
    types: inout [String: ValueType]
  ) -> RequestContent {
    RequestContent(
      mediaType: media.name,
      kind: kind(of: media, context: context, types: &types),
      schema: media.isSequential ? contents.itemSchema(of: media) : media.schema,
      example: media.isSequential ? nil : media.examples.lazy.compactMap(\.value).first,
      origin: media.origin
    )
  }

  private func kind(
    of media: MediaType,
    context: TypeContext,
    types: inout [String: ValueType]
  ) -> RequestContent.Kind {
    if media.isEventStream {
      let items = contents.events(of: media, context: context)
      return .events(items.value, items.form)
    }
    if media.isSequential { return .sequence(contents.itemType(of: media, context: context)) }
    if media.isJSON, media.essence != "*/*" || media.schema.map({ !lowering.isBinary($0) }) ?? false {
      return .json(type(of: media, context: context, types: &types))
    }
    if media.isForm { return .form(type(of: media, context: context, types: &types), media.fieldEncodings) }
    if media.isMultipart {
      let subtype = String(media.essence.dropFirst("multipart/".count))
      return .multipart(multipartType(of: media, context: context, types: &types), subtype: subtype)
    }
    if media.essence.hasPrefix("text/"), !media.isXML, !media.essence.hasSuffix("*") { return .text }
    if media.schema.map({ !lowering.isBinary($0) }) ?? false {
      let scalar = media.schema.flatMap { lowering.resolved($0).scalar }
      if scalar?.kind != .string { lowering.report(.untypedContent(media)) }
    }
    return .binary
  }

  /// The type of a representation; schemas that are written alike in several representations are one type.
  private func type(of media: MediaType, context: TypeContext, types: inout [String: ValueType]) -> ValueType
  {
    guard let schema = media.schema else { return .any }
    let text = schema.origin.jsonText()
    if let known = types[text] { return known }
    let type = lowering.type(of: schema, context: context)
    types[text] = type
    return type
  }

  private func multipartType(
    of media: MediaType,
    context: TypeContext,
    types: inout [String: ValueType]
  ) -> TypeID? {
    guard media.schema != nil else { return nil }
    let type = type(of: media, context: context, types: &types)
    lowering.table.multipartBodies.append((media, type))
    // Which object that is, and whether it is one, is known when all types are defined.
    return type.declaredID
  }
}

extension MediaType {
  var isMultipart: Bool { essence.hasPrefix("multipart/") }

  var isForm: Bool { essence == "application/x-www-form-urlencoded" }

  var isXML: Bool { essence == "application/xml" || essence == "text/xml" || essence.hasSuffix("+xml") }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func otherContent(_ media: MediaType, _ typed: MediaType) -> Diagnostic {
    .warning(
      "unsupported-content",
      "a request in '\(media.name)' is not generated; '\(typed.name)' is",
      at: media.origin,
      advice: "remove the representation, or use only the generated one"
    )
  }

  fileprivate static func untypedContent(_ media: MediaType) -> Diagnostic {
    .warning(
      "unsupported-content",
      "a request in '\(media.name)' is generated as bytes, without its schema",
      at: media.origin,
      advice: "write the body yourself, and pass its bytes"
    )
  }
}
