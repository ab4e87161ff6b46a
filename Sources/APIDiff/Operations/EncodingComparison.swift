import OpenAPIDescription
import SourceDocuments

/// Compares how a part of a form or multipart body is written; one that is not described is written by default.
struct EncodingComparison {
  let context: ComparisonContext
  let site: Int
  let media: (old: MediaType, new: MediaType)
  let name: String

  func compare(_ old: Encoding?, _ new: Encoding?) {
    if let old, let new { context.match(old.origin, new.origin) }
    compare(
      .encodingContentTypeChanged,
      "is written as another media type",
      "contentType",
      old?.contentType,
      new?.contentType,
      old,
      new
    )
    compare(
      .encodingStyleChanged,
      "is written in another style",
      "style",
      old?.style?.rawValue,
      new?.style?.rawValue,
      old,
      new
    )
    compare(
      .encodingExplodeChanged,
      "is split in another way",
      "explode",
      explode(old).map(String.init),
      explode(new).map(String.init),
      old,
      new
    )
    compare(
      .encodingReservedChanged,
      "escapes other characters",
      "allowReserved",
      old?.allowsReserved == true ? "true" : nil,
      new?.allowsReserved == true ? "true" : nil,
      old,
      new
    )
    let headers = HeaderComparison(context: context, site: site, owner: subject)
    headers.compare(
      old?.headers ?? [],
      new?.headers ?? [],
      in: (old?.origin ?? media.old.origin, new?.origin ?? media.new.origin)
    )
  }

  private var subject: String { "\(PlaceName.text(media.new.origin)) \(name)" }

  private func explode(_ encoding: Encoding?) -> Bool? {
    encoding.flatMap { $0.origin["explode"] == nil ? nil : $0.explode }
  }

  private func compare(
    _ rule: Rule,
    _ phrase: String,
    _ field: String,
    _ before: String?,
    _ after: String?,
    _ old: Encoding?,
    _ new: Encoding?
  ) {
    guard before != after else { return }
    context.record(
      Edit(
        rule,
        phrase,
        subject: subject,
        before: before ?? "default",
        after: after ?? "default",
        base: old?.origin[field] ?? old?.origin ?? media.old.origin,
        revision: new?.origin[field] ?? new?.origin ?? media.new.origin,
        claims: [old?.origin[field], new?.origin[field]],
        effects: [Effect(.shifts, .serialization, isCertain: true)]
      ),
      at: site
    )
  }
}
