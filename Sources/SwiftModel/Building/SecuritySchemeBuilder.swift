import APIModel
import OpenAPIDescription
import SourceDocuments

/// Builds the declarations of security schemes.
struct SecuritySchemeBuilder {
  let context: BuildContext

  init(_ context: BuildContext) {
    self.context = context
  }

  func declarations(diagnostics: inout Diagnostics) -> [SecuritySchemeDeclaration] {
    var scope = NameScope(reserved: ReservedNames.members)
    var result: [SecuritySchemeDeclaration] = []
    for scheme in context.api.securitySchemes {
      guard let kind = kind(of: scheme) else {
        diagnostics.append(.unsupportedScheme(scheme))
        continue
      }
      let description = context.documentation.inline(scheme.description)
      let means = SecurityDocumentation(documentation: context.documentation).text(of: scheme)
      let text = [description, means].filter { !$0.isEmpty }.joined(separator: " ")
      result.append(
        SecuritySchemeDeclaration(
          origin: scheme.origin,
          scheme: scheme.name,
          name: scope.claim(context.style.memberName(withoutAuth(scheme.name))),
          kind: kind,
          documentation: text.isEmpty ? "The credential of `\(SwiftLiteral.comment(scheme.name))`." : text
        )
      )
    }
    return result
  }

  private func kind(of scheme: SecurityScheme) -> SecuritySchemeDeclaration.Kind? {
    switch scheme.kind {
    case .apiKey(let name, .header): .header(name)
    case .apiKey(let name, .query): .query(name)
    case .apiKey(let name, .cookie): .cookie(name)
    case .http("basic", _): .basic
    case .http("bearer", _), .oauth2, .openIDConnect: .bearer
    case .http(let name, _): .authorization(name)
    case .mutualTLS: .mutualTLS
    case .apiKey: nil
    }
  }

  /// `apiKeyAuth` is given as `apiKey`.
  private func withoutAuth(_ name: String) -> String {
    let words = Words(name).words
    let rest = words.filter { !["auth", "authentication", "authorization"].contains($0.lowercased()) }
    return rest.isEmpty || rest.count == words.count ? name : rest.joined(separator: " ")
  }
}

extension Diagnostic {
  fileprivate static func unsupportedScheme(_ scheme: SecurityScheme) -> Diagnostic {
    .warning(
      "unsupported-security",
      "the security scheme '\(scheme.name)' is not generated",
      at: scheme.origin,
      advice: "meet it in a middleware or in the transport"
    )
  }
}
