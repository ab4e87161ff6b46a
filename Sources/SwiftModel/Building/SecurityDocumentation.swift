import APIModel
import OpenAPIDescription

/// What documentation says of security: the flows of a scheme, and what an operation asks for.
struct SecurityDocumentation {
  let documentation: DocumentationBuilder

  /// The scopes that are named where a scheme is explained; operations name those that they ask for.
  private static let scopeLimit = 20

  /// How a credential of a scheme is obtained; empty where the scheme says nothing of it.
  func text(of scheme: SecurityScheme) -> String {
    switch scheme.kind {
    case .oauth2(let flows): flows.map(text).joined(separator: " ")
    case .openIDConnect(let url): "OpenID Connect, described at \(documentation.code(url))."
    case .http("bearer", let format?): "Format: \(documentation.code(format))."
    case .http("basic", _), .http("bearer", _): ""
    case .http(let name, _):
      "The `Authorization` header of the scheme \(documentation.code(name)), with its name."
    case .apiKey, .mutualTLS: ""
    }
  }

  private func text(of flow: OAuthFlow) -> String {
    let places = [
      flow.authorizationURL.map { "authorization at \(documentation.code($0))" },
      flow.tokenURL.map { "tokens at \(documentation.code($0))" },
      flow.refreshURL.map { "renewal at \(documentation.code($0))" },
    ].compactMap(\.self)
    let names = flow.scopes.prefix(Self.scopeLimit).map { scope in
      let text = documentation.inline(scope.description)
      return documentation.code(scope.name) + (text.isEmpty ? "" : " (\(text))")
    }
    let more = flow.scopes.count > names.count ? " and \(flow.scopes.count - names.count) others" : ""
    let scopes = names.isEmpty ? "" : " Scopes: \(names.joined(separator: ", "))\(more)."
    return "OAuth 2, \(flow.kind.text): \(places.joined(separator: ", ")).\(scopes)"
  }

  /// What an operation asks for, where it asks for scopes or leaves a choice; else nothing, since the client says the rest.
  func lines(of alternatives: [SecurityAlternative], certificates: Set<String>) -> [String] {
    let isPlain =
      alternatives.count <= 1 && alternatives.allSatisfy { $0.scopes.allSatisfy(\.isEmpty) }
      && certificates.isDisjoint(with: alternatives.flatMap(\.schemes))
    if isPlain { return [] }
    let texts = alternatives.map { alternative in
      let schemes = zip(alternative.schemes, alternative.scopes).map { name, scopes in
        let kind = certificates.contains(name) ? "a client certificate for " : ""
        let names = scopes.map(documentation.code).joined(separator: ", ")
        return kind + documentation.code(name) + (scopes.isEmpty ? "" : " with \(names)")
      }
      return schemes.isEmpty ? "nothing" : schemes.joined(separator: " and ")
    }
    return [
      "Security: \(texts.joined(separator: ", or ")).".replacing(
        "Security: nothing, or",
        with: "Security: optionally"
      )
    ]
  }
}

extension OAuthFlow.Kind {
  fileprivate var text: String {
    switch self {
    case .implicit: "implicit"
    case .password: "password"
    case .clientCredentials: "client credentials"
    case .authorizationCode: "authorization code"
    case .deviceAuthorization: "device authorization"
    }
  }
}
