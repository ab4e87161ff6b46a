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
      schema: media.isSequential ? itemSchema(of: media) : media.schema,
      example: media.isSequential ? nil : media.examples.lazy.compactMap(\.value).first,
      origin: media.origin
    )
  }

  private func kind(of media: MediaType, context: TypeContext) -> Content.Kind {
    if media.isEventStream {
      let items = events(of: media, context: context)
      return .events(items.value, items.form)
    }
    if media.isSequential { return .sequence(itemType(of: media, context: context)) }
    if isJSON(media) {
      return .json(media.schema.map { lowering.type(of: $0, context: context) } ?? .any)
    }
    let isText = media.essence.hasPrefix("text/")
    if isStructured(media) { lowering.report(.untypedContent(media, isText ? "text" : "bytes")) }
    return isText ? .text : .binary
  }

  // MARK: - Questions

  /// Whether a body is JSON of a type, rather than bytes that happen to be called JSON.
  func isJSON(_ media: MediaType) -> Bool {
    media.isJSON && media.schema.map { lowering.resolved($0).format != "binary" } ?? true
  }

  /// Whether the schema of a body says more than that there is text or that there are bytes.
  func isStructured(_ media: MediaType) -> Bool {
    guard let schema = media.schema.map(lowering.resolved) else { return media.itemSchema != nil }
    return schema.isStructural && schema.format != "binary" && schema.valueTypes != [.string]
  }

  /// Whether two representations have the same schema.
  func isSameValue(_ first: MediaType, _ second: MediaType) -> Bool {
    first.schema.map(lowering.resolved) == second.schema.map(lowering.resolved)
  }

  func reportOther(_ media: MediaType, _ chosen: MediaType) {
    lowering.report(.otherContent(media, chosen))
  }

  // MARK: - Items

  /// The schema of what arrives one after the other: `itemSchema`, the items of a list (OpenAPI 3.2.0 §4.14.4), or,
  /// as descriptions before 3.2 have it, the schema itself.
  func itemSchema(of media: MediaType) -> Schema? {
    if let schema = media.itemSchema { return schema }
    guard let schema = media.schema else { return nil }
    let resolved = lowering.resolved(schema)
    return resolved.isArray ? resolved.items : schema
  }

  /// The type of what arrives one after the other.
  func itemType(of media: MediaType, context: TypeContext) -> ValueType {
    itemSchema(of: media).map { lowering.type(of: $0, context: context) } ?? .any
  }

  /// The items of a stream of events: their type, nil where they are no more than text, and what they are made of.
  func events(
    of media: MediaType,
    context: TypeContext
  ) -> (value: ValueType?, form: Content.EventForm) {
    guard let schema = itemSchema(of: media), isStructured(schema) else { return (nil, .text) }
    return (
      lowering.type(of: schema, context: context),
      form(of: schema, needsType: media.itemSchema == nil)
    )
  }

  private func isStructured(_ schema: Schema) -> Bool {
    let schema = lowering.resolved(schema)
    return schema.isStructural && schema.format != "binary" && schema.valueTypes != [.string]
  }

  /// Whether items are the data of events or the events themselves: objects with `data`, and, where only a habit and
  /// no specification says so, with `event`.
  private func form(of schema: Schema, needsType: Bool) -> Content.EventForm {
    var visited: Set<Schema> = []
    var pending = [lowering.resolved(schema)]
    var isText = true
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      let members = next.oneOf + next.anyOf
      if !members.isEmpty, next.properties.isEmpty {
        pending += members.map(lowering.resolved)
        continue
      }
      let names = next.properties.map(\.name)
      guard let data = next.properties.first(where: { $0.name == "data" }),
        !needsType || names.contains("event")
      else { return .data }
      if lowering.resolved(data.schema).valueTypes != [.string] { isText = false }
    }
    return isText ? .text : .object
  }
}

extension MediaType {
  /// The media type without its parameters, in lower case.
  var essence: String {
    // Most are written that way.
    if name.utf8.allSatisfy(Self.isPlain) { return name }
    let text = name.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init) ?? name
    return text.lowercased().filter { $0 != " " }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/")...UInt8(ascii: "9"),
      UInt8(ascii: "*")...UInt8(ascii: "+"), UInt8(ascii: "-")...UInt8(ascii: "."):
      true
    default: false
    }
  }

  var isJSON: Bool {
    ["application/json", "text/json", "*/*"].contains(essence)
      || (essence.hasSuffix("+json") && !isSequential)
  }

  /// Events as they happen (WHATWG HTML §9.2).
  var isEventStream: Bool { essence == "text/event-stream" }

  /// Items one after the other (OpenAPI 3.2.0 §4.14.3).
  var isSequential: Bool {
    isEventStream || essence.hasSuffix("+json-seq")
      || [
        "application/jsonl", "application/json-lines", "application/jsonlines", "application/x-jsonlines",
        "application/ndjson", "application/x-ndjson", "application/x-json-stream",
        "application/stream+json", "application/json-seq",
      ].contains(essence)
  }
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

  fileprivate static func untypedContent(_ media: MediaType, _ form: String) -> Diagnostic {
    .warning(
      "unsupported-content",
      "a body in '\(media.name)' is generated as \(form), without its schema",
      at: media.origin,
      advice: "encode and decode the body yourself"
    )
  }
}
