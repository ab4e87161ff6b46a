import OpenAPIDescription
import SourceDocuments

/// Turns the media type objects of a body into ``Content``.
struct ContentLowering {
  let lowering: SchemaLowering

  /// The representation that is generated: JSON where there is any, else the first.
  func content(of media: [MediaType], context: TypeContext) -> Content? {
    guard let chosen = media.first(where: { $0.isJSON }) ?? media.first else { return nil }
    for other in media where other.name != chosen.name { lowering.report(.otherContent(other, chosen)) }
    return content(of: chosen, context: context)
  }

  func content(of media: MediaType, context: TypeContext) -> Content {
    Content(
      mediaType: media.name,
      kind: kind(of: media, context: context),
      schema: media.schema,
      example: media.examples.lazy.compactMap(\.value).first,
      origin: media.origin
    )
  }

  private func kind(of media: MediaType, context: TypeContext) -> Content.Kind {
    if media.isJSON {
      return .json(media.schema.map { lowering.type(of: $0, context: context) } ?? .any)
    }
    if media.essence.hasPrefix("text/") { return .text }
    if media.essence != "application/octet-stream", media.schema.map({ !$0.isBinary }) ?? false {
      lowering.report(.untypedContent(media))
    }
    return .binary
  }
}

extension MediaType {
  /// The media type without its parameters, in lower case.
  var essence: String {
    let text = name.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init) ?? name
    return text.lowercased().filter { $0 != " " }
  }

  var isJSON: Bool { essence == "application/json" || essence.hasSuffix("+json") || essence == "*/*" }
}

extension Schema {
  fileprivate var isBinary: Bool { format == "binary" || (types.isEmpty && !isStructural) }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func otherContent(_ media: MediaType, _ chosen: MediaType) -> Diagnostic {
    .warning(
      "unsupported-content",
      "the representation '\(media.name)' is not generated; '\(chosen.name)' is",
      at: media.origin,
      advice: "remove the representation, or use only the generated one"
    )
  }

  fileprivate static func untypedContent(_ media: MediaType) -> Diagnostic {
    .warning(
      "unsupported-content",
      "a body in '\(media.name)' is generated as bytes, without its schema",
      at: media.origin,
      advice: "encode and decode the body yourself"
    )
  }
}
