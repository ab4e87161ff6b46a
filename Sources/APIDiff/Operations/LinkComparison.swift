import OpenAPIDescription
import SourceDocuments

/// Compares the links of a response. They say where to go on, and change no message.
struct LinkComparison {
  let context: ComparisonContext
  let site: Int
  let owner: String

  func compare(_ old: [Link], _ new: [Link], in nodes: (SourceNode, SourceNode)) {
    for link in old {
      guard let other = new.first(where: { $0.name == link.name }) else {
        record(
          .linkRemoved,
          "was removed",
          link,
          (link.origin, nodes.1["links"] ?? nodes.1),
          [link.origin],
          .shifts
        )
        continue
      }
      context.match(link.origin, other.origin)
      compare(link, other)
    }
    for link in new where !old.contains(where: { $0.name == link.name }) {
      record(.linkAdded, "was added", link, (nodes.0["links"] ?? nodes.0, link.origin), [link.origin], nil)
    }
  }

  private func compare(_ old: Link, _ new: Link) {
    let fields = ["operationId", "operationRef", "parameters", "requestBody", "server"]
    let changed = fields.filter { field in
      switch (old.origin[field], new.origin[field]) {
      case (nil, nil): false
      case (let first?, let second?): !CanonicalValue.isEqual(first, second)
      default: true
      }
    }
    guard let first = changed.first else { return }
    record(
      .linkChanged,
      "changed its " + changed.joined(separator: ", "),
      new,
      (old.origin[first] ?? old.origin, new.origin[first] ?? new.origin),
      changed.flatMap { [old.origin[$0], new.origin[$0]] }.compactMap { $0 },
      .shifts
    )
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ link: Link,
    _ nodes: (SourceNode, SourceNode),
    _ claims: [SourceNode],
    _ change: Effect.Change?
  ) {
    context.record(
      Edit(
        rule,
        phrase,
        subject: "\(owner) link '\(link.name)'",
        base: nodes.0,
        revision: nodes.1,
        claims: claims,
        effects: change.map { [Effect($0, .meaning)] } ?? []
      ),
      at: site
    )
  }
}
