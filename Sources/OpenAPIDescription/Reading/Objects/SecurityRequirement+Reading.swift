import SourceDocuments

extension SecurityRequirement {
  /// Reads the field `security`; nil when it is absent.
  ///
  /// An alternative that names a scheme nobody can satisfy is left out.
  static func readAll(from reader: inout ObjectReader) -> [SecurityRequirement]? {
    let context = reader.context
    guard var node = reader.value("security") else { return nil }
    if node["$ref"]?.kind == .string {
      guard let target = context.followMisplaced(node) else { return nil }
      node = target
    }
    guard node.kind == .array else {
      context.reportWrongType(node, expected: "an array")
      return nil
    }
    let requirements = node.elements.compactMap { read($0, in: context) }
    let usable = requirements.filter { requirement in
      requirement.schemes.allSatisfy { context.securitySchemes.contains($0.name) }
    }
    let declared = context.declaredSecuritySchemes
    let known = Set(declared)
    for requirement in requirements {
      for scheme in requirement.schemes where !known.contains(scheme.name) {
        // Without another way in, callers could not prove who they are. A document that declares no schemes
        // at all is made to be included in one that does.
        let isFatal = usable.isEmpty && !declared.isEmpty
        let section =
          context.dialect == .swagger20 ? ReadingContext.swaggerSection("securitySchemes") : "securitySchemes"
        let list = declared.prefix(5).map(\.shortened).joined(separator: ", ")
        let advice = context.nearestNames.advice(
          for: scheme.name,
          amongDeclared: declared,
          otherwise: declared.isEmpty
            ? "declare it under '\(context.dialect == .swagger20 ? "" : "components.")\(section)'"
            : "declare it, or use one of: \(list)"
        )
        context.diagnostics.append(.unknownScheme(scheme.name, requirement, isFatal, advice: advice))
      }
    }
    return usable
  }

  private static func read(_ node: SourceNode, in context: ReadingContext) -> SecurityRequirement? {
    guard node.kind == .object else {
      if node.kind == .array, node.elements.isEmpty {
        context.diagnostics.append(.emptyArray(node))
        return SecurityRequirement(origin: node)
      }
      context.reportWrongType(node, expected: "an object")
      return nil
    }
    let schemes = node.members.map { member in
      Scheme(name: member.key, scopes: context.texts(of: member.value, .documentation))
    }
    return SecurityRequirement(schemes: schemes, origin: node)
  }
}

extension Diagnostic {
  fileprivate static func emptyArray(_ node: SourceNode) -> Diagnostic {
    .warning(
      "wrong-type",
      "expected an object, found an array",
      at: node,
      advice: "write {} to ask for nothing"
    )
  }

  fileprivate static func unknownScheme(
    _ name: String,
    _ requirement: SecurityRequirement,
    _ isFatal: Bool,
    advice: String?
  ) -> Diagnostic {
    let place = requirement.origin[name] ?? requirement.origin
    var diagnostic = error(
      "unknown-security-scheme",
      "there is no security scheme '\(name)'",
      at: place,
      advice: advice
    ).located(at: place.keyLocation)
    if !isFatal { diagnostic.severity = .warning }
    return diagnostic
  }
}
