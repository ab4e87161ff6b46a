import OpenAPIDescription
import SourceDocuments

/// Compares the flows of an OAuth 2 scheme.
struct OAuthComparison {
  let context: ComparisonContext
  let scheme: SecurityScheme
  let sites: SiteSet

  func compare(_ old: [OAuthFlow], _ new: [OAuthFlow], in nodes: (SourceNode, SourceNode)) {
    for flow in old {
      guard let other = new.first(where: { $0.kind == flow.kind }) else {
        record(
          .oauthFlowRemoved,
          "lost the flow \(flow.kind.rawValue)",
          flow.origin,
          nodes.1["flows"] ?? nodes.1,
          claims: [flow.origin],
          .narrows
        )
        continue
      }
      context.match(flow.origin, other.origin)
      compareAddresses(flow, other)
      compareScopes(flow, other)
    }
    for flow in new where !old.contains(where: { $0.kind == flow.kind }) {
      record(
        .oauthFlowAdded,
        "gained the flow \(flow.kind.rawValue)",
        nodes.0["flows"] ?? nodes.0,
        flow.origin,
        claims: [flow.origin],
        .widens
      )
    }
  }

  private func compareAddresses(_ old: OAuthFlow, _ new: OAuthFlow) {
    let fields = [
      ("authorizationUrl", old.authorizationURL, new.authorizationURL),
      ("tokenUrl", old.tokenURL, new.tokenURL),
      ("refreshUrl", old.refreshURL, new.refreshURL),
    ]
    for (field, before, after) in fields where before != after {
      context.recorder.record(
        Edit(
          .oauthAddressChanged,
          "changed the \(field) of the flow \(new.kind.rawValue)",
          subject: "security scheme '\(scheme.name)'",
          before: before,
          after: after,
          base: old.origin[field] ?? old.origin,
          revision: new.origin[field] ?? new.origin,
          claims: [old.origin[field], new.origin[field]],
          effects: [Effect(.undecided, .credentials), Effect(.shifts, .meaning)]
        ),
        at: sites
      )
    }
  }

  private func compareScopes(_ old: OAuthFlow, _ new: OAuthFlow) {
    for scope in old.scopes where !new.scopes.contains(where: { $0.name == scope.name }) {
      record(
        .oauthScopeRemoved,
        "no longer grants the scope '\(scope.name)'",
        scope.origin,
        new.origin["scopes"] ?? new.origin,
        claims: [scope.origin],
        .narrows
      )
    }
    for scope in new.scopes where !old.scopes.contains(where: { $0.name == scope.name }) {
      record(
        .oauthScopeAdded,
        "grants the scope '\(scope.name)' now",
        old.origin["scopes"] ?? old.origin,
        scope.origin,
        claims: [scope.origin],
        .widens
      )
    }
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ base: SourceNode,
    _ revision: SourceNode,
    claims: [SourceNode],
    _ change: Effect.Change
  ) {
    context.recorder.record(
      Edit(
        rule,
        phrase,
        subject: "security scheme '\(scheme.name)'",
        base: base,
        revision: revision,
        claims: claims,
        effects: [Effect(change, .credentials)]
      ),
      at: sites
    )
  }
}
