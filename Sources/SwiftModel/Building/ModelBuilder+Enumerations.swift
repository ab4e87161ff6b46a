import APIModel

extension ModelBuilder {
  mutating func enumeration(
    _ enumeration: Enumeration,
    _ declaration: TypeDeclaration,
    name: String,
    path: [String]
  ) -> EnumerationDeclaration {
    var scope = NameScope(reserved: ReservedNames.cases)
    let pinned = enumeration.values.map { caseOverride(of: $0.text, in: declaration, path: path) }
    for name in pinned.compactMap({ $0 }) { scope.pin(name) }
    let cases = enumeration.values.enumerated().map { position, value in
      let base = context.style.caseName(value.name ?? value.text)
      return EnumerationDeclaration.CaseDeclaration(
        name: pinned[position]
          ?? scope.claim(base, base + (ReservedNames.cases.contains(base) ? "Value" : "")),
        rawValue: value.text,
        documentation: context.documentation.lines(value.description),
        origin: value.origin
      )
    }
    return EnumerationDeclaration(
      origin: declaration.origin,
      name: name,
      documentation: documentation(of: declaration, fallback: "The values that the API calls `\(name)`."),
      isDeprecated: declaration.isDeprecated,
      rawType: enumeration.base == .string ? .string : .integer,
      isOpen: enumeration.isOpen || declaration.usage != [.request],
      cases: cases
    )
  }

  private mutating func caseOverride(
    of value: String,
    in declaration: TypeDeclaration,
    path: [String]
  ) -> String? {
    var keys = [path.joined(separator: ".") + "." + value]
    if case .named(let schema) = declaration.context { keys.append(schema + "." + value) }
    for key in keys {
      guard let override = context.options.names.enumerationCases[key] else { continue }
      usedOverrides.insert("names.enumerationCases." + key)
      return override
    }
    return nil
  }
}
