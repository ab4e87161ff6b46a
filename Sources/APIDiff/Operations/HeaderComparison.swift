import OpenAPIDescription
import SourceDocuments

/// Compares the headers of a response or of a part of a body.
struct HeaderComparison {
  let context: ComparisonContext
  let site: Int
  let owner: String

  func compare(_ old: [Header], _ new: [Header], in nodes: (SourceNode, SourceNode)) {
    for header in old {
      guard let other = new.first(where: { $0.name.lowercased() == header.name.lowercased() }) else {
        var effects = [Effect(.narrows, .members)]
        if header.isRequired { effects.append(Effect(.widens, .presence, isCertain: true)) }
        record(.headerRemoved, "was removed", header, (header.origin, nodes.1["headers"] ?? nodes.1), effects)
        continue
      }
      compare(header, other)
    }
    for header in new where !old.contains(where: { $0.name.lowercased() == header.name.lowercased() }) {
      var effects = [Effect(.widens, .members)]
      if header.isRequired { effects.append(Effect(.narrows, .presence, isCertain: true)) }
      record(.headerAdded, "was added", header, (nodes.0["headers"] ?? nodes.0, header.origin), effects)
    }
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ header: Header,
    _ nodes: (SourceNode, SourceNode),
    _ effects: [Effect]
  ) {
    context.record(
      Edit(
        rule,
        phrase + (header.isRequired ? rule == .headerAdded ? " and is required" : "; it was required" : ""),
        subject: subject(header),
        base: nodes.0,
        revision: nodes.1,
        claims: [header.origin],
        effects: effects
      ),
      at: site
    )
  }

  private func subject(_ header: Header) -> String { "\(owner) header '\(header.name)'" }

  /// A header that several responses share is changed once.
  private func subject(_ old: Header, _ new: Header) -> String {
    (PlaceName.shared(old.origin) == nil ? nil : PlaceName.shared(new.origin)) ?? subject(new)
  }

  private func compare(_ old: Header, _ new: Header) {
    context.match(old.origin, new.origin)
    if old.isRequired != new.isRequired {
      record(
        new.isRequired ? .headerBecameRequired : .headerBecameOptional,
        new.isRequired ? "became required" : "became optional",
        old,
        new,
        "required",
        [Effect(new.isRequired ? .narrows : .widens, .presence)]
      )
    }
    if old.isDeprecated != new.isDeprecated {
      let phrase = new.isDeprecated ? "is deprecated now" : "is no longer deprecated"
      record(.headerDeprecationChanged, phrase, old, new, "deprecated", [])
    }
    if old.style != new.style {
      record(
        .headerStyleChanged,
        "is written in another style",
        old,
        new,
        "style",
        [Effect(.shifts, .serialization)]
      )
    }
    if old.explode != new.explode {
      record(
        .headerExplodeChanged,
        "is written in another way",
        old,
        new,
        "explode",
        [Effect(.shifts, .serialization)]
      )
    }
    let contents = ContentComparison(context: context, site: site, isText: true)
    contents.compareSchemas(old.schema, new.schema, in: (old.origin, new.origin), subject: subject(new))
    switch (old.content.first, new.content.first) {
    case (nil, nil): break
    case (let first?, let second?) where first.isNamed(like: second):
      ContentComparison(context: context, site: site, isText: false).compare(first, second)
    default:
      record(
        .headerContentChanged,
        "is written in another form",
        old,
        new,
        "content",
        [Effect(.shifts, .serialization)]
      )
    }
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ old: Header,
    _ new: Header,
    _ field: String,
    _ effects: [Effect]
  ) {
    context.record(
      Edit(
        rule,
        phrase,
        subject: subject(old, new),
        before: old.origin[field].map(CanonicalValue.text),
        after: new.origin[field].map(CanonicalValue.text),
        base: old.origin[field] ?? old.origin,
        revision: new.origin[field] ?? new.origin,
        claims: [old.origin[field], new.origin[field]]
          + (field == "content" ? [old.origin["schema"], new.origin["schema"]] : []),
        effects: effects
      ),
      at: site
    )
  }
}
