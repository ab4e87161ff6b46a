import OpenAPIDescription
import SourceDocuments

/// Compares which proofs of who calls are accepted.
///
/// A requirement is satisfied by every request that satisfies a weaker one: what counts is whether each
/// alternative of one description is covered by an alternative of the other.
struct SecurityComparison {
  let context: ComparisonContext

  func compare(_ old: Operation, _ new: Operation, _ place: OperationPlace) {
    let before = alternatives(old.security ?? context.base.security)
    let after = alternatives(new.security ?? context.revision.security)
    let site = context.recorder.add(Site(operation: place, place: "security", direction: place.requests))
    noteUse(of: before + after, at: site)
    let isShared = old.security == nil && new.security == nil
    let nodes = (
      old.origin["security"] ?? context.base.origin["security"]
        ?? (isShared ? context.base.origin : old.origin),
      new.origin["security"] ?? context.revision.origin["security"]
        ?? (isShared ? context.revision.origin : new.origin)
    )
    let subject = isShared ? "the API's security" : "\(place.name) security"
    guard Set(before) != Set(after) else { return }
    let lost = before.filter { alternative in !after.contains { covers($0, alternative) } }
    let gained = after.filter { alternative in !before.contains { covers($0, alternative) } }
    for alternative in lost {
      // What is asked for on top of the same schemes is one change, not two.
      let stricter = after.filter { covers(alternative, $0) }
      let rule: Rule = stricter.isEmpty ? .securityAlternativeRemoved : .securityTightened
      let phrase =
        stricter.isEmpty
        ? "no longer accepts \(text(alternative))" : "asks for more than \(text(alternative))"
      record(rule, phrase, text(alternative), stricter.first.map(text), subject, nodes, .narrows, site)
    }
    for alternative in gained {
      let weaker = before.filter { covers(alternative, $0) && !lost.contains($0) }
      let rule: Rule = weaker.isEmpty ? .securityAlternativeAdded : .securityRelaxed
      if weaker.isEmpty, lost.contains(where: { covers($0, alternative) }) { continue }
      record(rule, "accepts \(text(alternative)) now", nil, text(alternative), subject, nodes, .widens, site)
    }
    if lost.isEmpty, gained.isEmpty {
      record(
        .securityInherited,
        "is written differently",
        before.map(text).joined(separator: " or "),
        after.map(text).joined(separator: " or "),
        subject,
        nodes,
        nil,
        site
      )
    }
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ before: String?,
    _ after: String?,
    _ subject: String,
    _ nodes: (SourceNode, SourceNode),
    _ change: Effect.Change?,
    _ site: Int
  ) {
    context.record(
      Edit(
        rule,
        phrase,
        subject: subject,
        before: before,
        after: after,
        base: nodes.0,
        revision: nodes.1,
        claims: [nodes.0, nodes.1].filter { $0.key == "security" },
        effects: change.map { [Effect($0, .credentials, isCertain: $0 == .narrows)] } ?? []
      ),
      at: site
    )
  }

  /// What one alternative asks for: schemes with their scopes. No requirement at all asks for nothing.
  private typealias Alternative = Set<SecurityRequirement.Scheme>

  private func alternatives(_ requirements: [SecurityRequirement]) -> [Alternative] {
    requirements.isEmpty ? [[]] : requirements.map { Set($0.schemes.map(renamed)) }
  }

  /// A scheme under another name that is the same in every detail counts as the same one.
  private func renamed(_ scheme: SecurityRequirement.Scheme) -> SecurityRequirement.Scheme {
    SecurityRequirement.Scheme(
      name: context.renamedSchemes[scheme.name] ?? scheme.name,
      scopes: scheme.scopes.sorted()
    )
  }

  /// Whether whoever satisfies the second satisfies the first.
  private func covers(_ weak: Alternative, _ strong: Alternative) -> Bool {
    weak.allSatisfy { scheme in
      strong.contains { $0.name == scheme.name && Set($0.scopes).isSuperset(of: scheme.scopes) }
    }
  }

  private func text(_ alternative: Alternative) -> String {
    if alternative.isEmpty { return "anonymous calls" }
    return alternative.sorted { $0.name < $1.name }
      .map { $0.scopes.isEmpty ? $0.name : "\($0.name) (\($0.scopes.joined(separator: ", ")))" }
      .joined(separator: " and ")
  }

  private func noteUse(of alternatives: [Alternative], at site: Int) {
    for scheme in alternatives.joined() { context.schemeSites[scheme.name, default: SiteSet()].insert(site) }
  }
}
