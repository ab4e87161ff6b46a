import APIModel

extension ModelBuilder {
  /// The declaration of a type that is sent as several parts.
  mutating func multipart(
    _ form: MultipartForm,
    _ declaration: TypeDeclaration,
    name: String,
    path: [String]
  ) -> MultipartDeclaration {
    var scope = NameScope(reserved: ReservedNames.members)
    var parts: [PartDeclaration] = []
    var checks: [CheckDeclaration] = []
    for part in form.parts {
      let base = context.style.memberName(part.name)
      let name = scope.claim(base, base + "Part")
      parts.append(self.part(part, name: name, path: path))
      if context.validated.contains(declaration.id) { checks += self.checks(of: part, name: name) }
      for header in part.headers {
        let base = context.style.memberName(part.name + " " + header.name)
        parts.append(self.header(header, name: scope.claim(base, base + "Header"), of: part.name))
      }
    }
    if form.allowsAdditionalParts {
      let name = scope.claim("additionalParts", "otherParts")
      parts.append(additionalParts(name: name, beside: form.parts.map(\.name)))
    }
    return MultipartDeclaration(
      origin: declaration.origin,
      name: name,
      documentation: documentation(of: declaration, fallback: "The parts that the API calls `\(name)`."),
      isDeprecated: declaration.isDeprecated,
      parts: parts,
      checks: checks,
      nested: nested(in: path)
    )
  }

  private func part(_ part: MultipartPart, name: String, path: [String]) -> PartDeclaration {
    let (kind, valueType) = kindAndType(of: part, path: path)
    let type = kind == .file ? "MultipartFile" : valueType
    let text = context.documentation.lines(part.description)
    let summary = text.isEmpty ? ["The part `\(SwiftLiteral.comment(part.name))`."] : text
    return PartDeclaration(
      name: name,
      wireName: part.name,
      kind: kind,
      type: (part.isRepeated ? "[\(type)]" : type) + (part.isRequired ? "" : "?"),
      valueType: valueType,
      isRepeated: part.isRepeated,
      isRequired: part.isRequired,
      contentType: contentType(of: part, kind),
      owner: nil,
      otherNames: [],
      documentation: context.documentation.joined([summary, notes(on: part)]),
      origins: part.origins
    )
  }

  private func kindAndType(of part: MultipartPart, path: [String]) -> (PartDeclaration.Kind, String) {
    switch part.content {
    case .file: return (.file, "")
    case .value(let value):
      let type = context.catalog.text(value, in: path)
      if case .scalar = ValueShape(value, in: context.catalog) { return (.text, type) }
      return (.json, type)
    }
  }

  /// One media type without a wildcard is what the part is sent in.
  private func contentType(of part: MultipartPart, _ kind: PartDeclaration.Kind) -> String? {
    guard let contentType = part.contentType, kind != .file, !contentType.contains("*"),
      !contentType.contains(","), contentType != (kind == .json ? "application/json" : "text/plain")
    else { return nil }
    return contentType
  }

  private func notes(on part: MultipartPart) -> [String] {
    let types = part.contentType.map { ["- Content type: \(context.documentation.code($0))."] } ?? []
    return types + context.documentation.notes(on: part.schema)
  }

  private func header(_ header: MultipartPartHeader, name: String, of owner: String) -> PartDeclaration {
    let text = context.documentation.lines(header.description)
    let fallback =
      "The header `\(SwiftLiteral.comment(header.name))` of the part `\(SwiftLiteral.comment(owner))`."
    let type = context.catalog.text(header.value, in: [])
    return PartDeclaration(
      name: name,
      wireName: header.name,
      kind: .header,
      type: type + "?",
      valueType: type,
      isRepeated: false,
      isRequired: false,
      contentType: nil,
      owner: owner,
      otherNames: [],
      documentation: text.isEmpty ? [fallback] : text
    )
  }

  private func additionalParts(name: String, beside names: [String]) -> PartDeclaration {
    PartDeclaration(
      name: name,
      wireName: "",
      kind: .additional,
      type: "[MultipartBody.Part]",
      valueType: "",
      isRepeated: true,
      isRequired: true,
      contentType: nil,
      owner: nil,
      otherNames: names,
      documentation: ["The parts that the description does not name."]
    )
  }
}
