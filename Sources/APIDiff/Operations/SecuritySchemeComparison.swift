import OpenAPIDescription
import SourceDocuments

/// Compares the ways of proving who calls, once for all operations that ask for them.
struct SecuritySchemeComparison {
  let context: ComparisonContext

  /// Finds schemes that have another name in the new description and are the same otherwise.
  func noteRenames() {
    let (old, new) = (context.base.components.securitySchemes, context.revision.components.securitySchemes)
    var candidates = new.filter { scheme in !old.contains { $0.name == scheme.name } }
    for scheme in old where !new.contains(where: { $0.name == scheme.name }) {
      guard let index = candidates.firstIndex(where: { isSame(scheme.kind, $0.kind) }) else { continue }
      context.renamedSchemes[scheme.name] = candidates.remove(at: index).name
    }
  }

  /// To be called when all operations have been compared, which note the schemes that they use.
  func compare() {
    let (old, new) = (context.base.components.securitySchemes, context.revision.components.securitySchemes)
    var known: Set<String> = []
    for scheme in old {
      let name = context.renamedSchemes[scheme.name] ?? scheme.name
      guard let other = new.first(where: { $0.name == name }) else {
        record(
          .securitySchemeRemoved,
          "was removed",
          scheme,
          scheme.origin,
          context.revision.components.origin,
          claims: [scheme.origin]
        )
        continue
      }
      known.insert(name)
      context.match(scheme.origin, other.origin)
      if name != scheme.name {
        record(.securitySchemeRenamed, "was renamed", scheme, scheme.origin, other.origin, scheme.name, name)
      }
      compare(scheme, other)
    }
    for scheme in new where !known.contains(scheme.name) {
      record(
        .securitySchemeAdded,
        "was added",
        scheme,
        context.base.components.origin,
        scheme.origin,
        claims: [scheme.origin]
      )
    }
  }

  private func isSame(_ old: SecurityScheme.Kind, _ new: SecurityScheme.Kind) -> Bool {
    switch (old, new) {
    case (.apiKey(let first, let place), .apiKey(let second, let other)):
      first.lowercased() == second.lowercased() && place == other
    case (.http(let first, _), .http(let second, _)): first == second
    case (.openIDConnect(let first), .openIDConnect(let second)): first == second
    case (.mutualTLS, .mutualTLS): true
    case (.oauth2(let first), .oauth2(let second)):
      first.map(\.kind) == second.map(\.kind) && first.map(\.tokenURL) == second.map(\.tokenURL)
    default: false
    }
  }

  private func compare(_ old: SecurityScheme, _ new: SecurityScheme) {
    if old.isDeprecated != new.isDeprecated {
      let phrase = new.isDeprecated ? "is deprecated now" : "is no longer deprecated"
      record(.securitySchemeDeprecationChanged, phrase, new, (old, new), "deprecated")
    }
    if old.metadataURL != new.metadataURL {
      record(
        .oauthAddressChanged,
        "changed the address of its metadata",
        new,
        (old, new),
        "oauth2MetadataUrl",
        old.metadataURL,
        new.metadataURL,
        [Effect(.undecided, .credentials)]
      )
    }
    let shifts = [Effect(.shifts, .credentials, isCertain: true)]
    switch (old.kind, new.kind) {
    case (.apiKey(let name, let location), .apiKey(let newName, let newLocation)):
      if location != newLocation {
        record(
          .apiKeyLocationChanged,
          "is sent elsewhere",
          new,
          (old, new),
          "in",
          location.rawValue,
          newLocation.rawValue,
          shifts
        )
      }
      let ignoresCase = location == .header && newLocation == .header
      if ignoresCase ? name.lowercased() != newName.lowercased() : name != newName {
        record(
          .apiKeyNameChanged,
          "is sent under another name",
          new,
          (old, new),
          "name",
          name,
          newName,
          shifts
        )
      }
    case (.http(let scheme, let format), .http(let newScheme, let newFormat)):
      if scheme != newScheme {
        record(
          .httpSchemeChanged,
          "asks for another authentication scheme",
          new,
          (old, new),
          "scheme",
          scheme,
          newScheme,
          shifts
        )
      }
      if format != newFormat {
        record(
          .bearerFormatChanged,
          "changed the format of its tokens",
          new,
          (old, new),
          "bearerFormat",
          format,
          newFormat
        )
      }
    case (.openIDConnect(let url), .openIDConnect(let newURL)):
      if url != newURL {
        record(
          .openIDConnectURLChanged,
          "is discovered elsewhere",
          new,
          (old, new),
          "openIdConnectUrl",
          url,
          newURL,
          [Effect(.undecided, .credentials), Effect(.shifts, .meaning)]
        )
      }
    case (.mutualTLS, .mutualTLS):
      break
    case (.oauth2(let flows), .oauth2(let newFlows)):
      OAuthComparison(context: context, scheme: new, sites: sites(new)).compare(
        flows,
        newFlows,
        in: (old.origin, new.origin)
      )
    default:
      record(
        .securitySchemeTypeChanged,
        "became another kind of proof",
        new,
        (old, new),
        "type",
        old.kind.text,
        new.kind.text,
        shifts,
        claims: [old.origin, new.origin]
      )
    }
  }

  private func sites(_ scheme: SecurityScheme) -> SiteSet { context.schemeSites[scheme.name] ?? SiteSet() }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ scheme: SecurityScheme,
    _ schemes: (SecurityScheme, SecurityScheme),
    _ field: String,
    _ before: String? = nil,
    _ after: String? = nil,
    _ effects: [Effect] = [],
    claims: [SourceNode] = []
  ) {
    let nodes = (schemes.0.origin[field] ?? schemes.0.origin, schemes.1.origin[field] ?? schemes.1.origin)
    let fields = [schemes.0.origin[field], schemes.1.origin[field]].compactMap { $0 }
    record(rule, phrase, scheme, nodes.0, nodes.1, before, after, effects, claims: claims + fields)
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ scheme: SecurityScheme,
    _ base: SourceNode?,
    _ revision: SourceNode?,
    _ before: String? = nil,
    _ after: String? = nil,
    _ effects: [Effect] = [],
    claims: [SourceNode] = []
  ) {
    context.recorder.record(
      Edit(
        rule,
        phrase,
        subject: "security scheme '\(scheme.name)'",
        before: before,
        after: after,
        base: base,
        revision: revision,
        claims: claims,
        effects: effects
      ),
      at: sites(scheme)
    )
  }
}

extension SecurityScheme.Kind {
  var text: String {
    switch self {
    case .apiKey: "apiKey"
    case .http: "http"
    case .oauth2: "oauth2"
    case .openIDConnect: "openIdConnect"
    case .mutualTLS: "mutualTLS"
    }
  }
}
