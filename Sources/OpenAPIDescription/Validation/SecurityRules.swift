import SourceDocuments

/// Rules for security requirements (OpenAPI 3.1.1 §4.8.30).
struct SecurityRules {
  static func check(
    _ document: OpenAPIDocument,
    _ contents: DescriptionContents,
    _ diagnostics: inout Diagnostics
  ) {
    // What is declared counts, whether or not it could be read.
    let declared = document.origin["components"]?["securitySchemes"]?.members.map(\.key) ?? []
    let known = Set(declared).union(document.components.securitySchemes.map(\.name))
    let requirements = document.security + contents.operations.flatMap { $0.security ?? [] }
    for requirement in requirements {
      for scheme in requirement.schemes where !known.contains(scheme.name) {
        // Since 3.2 the name may be the address of a scheme.
        diagnostics.append(.unknownScheme(scheme.name, requirement, declared: declared))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownScheme(
    _ name: String,
    _ requirement: SecurityRequirement,
    declared: [String]
  ) -> Diagnostic {
    let list = declared.prefix(5).joined(separator: ", ")
    var diagnostic = error(
      "unknown-security-scheme",
      "there is no security scheme '\(name)'",
      at: requirement.origin[name] ?? requirement.origin,
      advice: NearestName.advice(
        for: name,
        among: declared.prefix(500),
        otherwise: declared.isEmpty
          ? "declare it under 'components.securitySchemes'" : "declare it, or use one of: \(list)"
      )
    )
    diagnostic.location = requirement.origin[name]?.keyLocation ?? diagnostic.location
    return diagnostic
  }
}
