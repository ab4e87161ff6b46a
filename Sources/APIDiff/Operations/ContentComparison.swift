import OpenAPIDescription
import SourceDocuments

/// Compares what a body, a parameter or a header holds.
struct ContentComparison {
  let context: ComparisonContext
  let site: Int
  /// Whether values are written as text.
  var isText: Bool

  func compare(_ old: MediaType, _ new: MediaType) {
    context.match(old.origin, new.origin)
    let isForm = new.essence == "application/x-www-form-urlencoded" || new.essence.hasPrefix("multipart/")
    var contents = self
    contents.isText = isText || isForm || new.essence.hasPrefix("text/")
    contents.compareSchemas(old.schema, new.schema, in: (old.origin, new.origin), subject: nil)
    contents.compareSchemas(
      old.itemSchema,
      new.itemSchema,
      in: (old.origin, new.origin),
      field: "itemSchema",
      subject: nil
    )
    compareEncodings(old, new)
  }

  func compareSchemas(
    _ old: Schema?,
    _ new: Schema?,
    in nodes: (SourceNode, SourceNode),
    field: String = "schema",
    subject: String?,
    isRepeatable: Bool = false
  ) {
    switch (old, new) {
    case (nil, nil):
      break
    case (let old?, let new?):
      context.schemas.compare(old, new, at: site, isText: isText, isRepeatable: isRepeatable)
    case (let old, let new):
      // A parameter or header that changed between schema and content says so itself.
      guard nodes.0["content"] == nil, nodes.1["content"] == nil else { return }
      context.record(
        Edit(
          .schemaPresenceChanged,
          new == nil ? "is no longer described by a schema" : "is described by a schema now",
          subject: subject ?? PlaceName.text(nodes.1),
          before: old == nil ? nil : field,
          after: new == nil ? nil : field,
          base: old?.origin ?? nodes.0,
          revision: new?.origin ?? nodes.1,
          claims: [nodes.0[field], nodes.1[field]],
          effects: [Effect(new == nil ? .widens : .narrows, .type)]
        ),
        at: site
      )
    }
  }

  private func compareEncodings(_ old: MediaType, _ new: MediaType) {
    let names = (old.encoding + new.encoding).map(\.propertyName)
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      let first = old.encoding.first { $0.propertyName == name }
      let second = new.encoding.first { $0.propertyName == name }
      EncodingComparison(context: context, site: site, media: (old, new), name: "part '\(name)'")
        .compare(first, second)
    }
    for index in 0..<max(old.prefixEncoding.count, new.prefixEncoding.count) {
      let first = index < old.prefixEncoding.count ? old.prefixEncoding[index] : nil
      let second = index < new.prefixEncoding.count ? new.prefixEncoding[index] : nil
      EncodingComparison(context: context, site: site, media: (old, new), name: "part \(index)")
        .compare(first, second)
    }
    EncodingComparison(context: context, site: site, media: (old, new), name: "further parts")
      .compare(old.itemEncoding, new.itemEncoding)
  }
}
