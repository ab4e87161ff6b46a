import SourceDocuments

/// The version that a document declares, with the dialect that it is read in.
struct DeclaredVersion {
  var version: SpecificationVersion
  var dialect: Dialect

  /// Reads the field `openapi` (OpenAPI 3.1.1 §4.8.1), or `swagger` (OpenAPI 2.0, Swagger Object); nil, with an error, when the document cannot be read.
  static func read(_ root: SourceNode, _ diagnostics: inout Diagnostics) -> DeclaredVersion? {
    guard root.kind == .object else {
      diagnostics.append(.notADescription(root, seemsToBe: root.kind.phrase))
      return nil
    }
    guard let field = root["openapi"] else {
      if let swagger = root["swagger"] {
        return readSwagger(swagger, &diagnostics)
      }
      diagnostics.append(.notADescription(root, seemsToBe: DocumentKind.guess(root)))
      return nil
    }
    guard let text = field.string ?? field.number?.text else {
      diagnostics.append(.unknownVersion(field, text: field.kind.phrase))
      return nil
    }
    guard let version = SpecificationVersion(text) else {
      diagnostics.append(.unknownVersion(field, text: "'\(text)'"))
      return nil
    }
    guard version.major == 3, let dialect = dialects[version.minor] else {
      diagnostics.append(.unsupportedVersion(field, text: text))
      return nil
    }
    if field.kind != .string || text.split(separator: ".").count < 3 {
      diagnostics.append(.abbreviatedVersion(field, version: version))
    }
    return DeclaredVersion(version: version, dialect: dialect)
  }

  private static func readSwagger(_ field: SourceNode, _ diagnostics: inout Diagnostics) -> DeclaredVersion? {
    guard let text = field.string ?? field.number?.text else {
      diagnostics.append(.unknownVersion(field, text: field.kind.phrase))
      return nil
    }
    guard let version = SpecificationVersion(text) else {
      diagnostics.append(.unknownVersion(field, text: "'\(text)'"))
      return nil
    }
    guard version.major == 2, version.minor == 0 else {
      diagnostics.append(.unsupportedSwagger(field, text: text))
      return nil
    }
    if field.kind != .string || text != "2.0" { diagnostics.append(.abbreviatedSwagger(field)) }
    return DeclaredVersion(version: version, dialect: .swagger20)
  }

  private static let dialects: [Int: Dialect] = [0: .openAPI30, 1: .openAPI31, 2: .openAPI32]
}

extension SpecificationVersion {
  /// Reads `3.1.0`, and the `3.1` that some documents abbreviate it to; a suffix such as `-rc0` is passed
  /// over.
  fileprivate init?(_ text: String) {
    let parts = text.prefix { $0 != "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { $0 >= 0 }
    guard !numbers.isEmpty, numbers.count == parts.count, numbers.count <= 3 else { return nil }
    self.init(
      major: numbers[0],
      minor: numbers.count > 1 ? numbers[1] : 0,
      patch: numbers.count > 2 ? numbers[2] : 0,
      text: text
    )
  }
}

extension Diagnostic {
  fileprivate static func notADescription(_ node: SourceNode, seemsToBe kind: String?) -> Diagnostic {
    let guess = kind.map { "; it seems to be \($0)" } ?? ""
    return .error(
      "missing-version",
      "this is not an OpenAPI description: it has no field 'openapi'" + guess,
      at: node,
      advice: "if it is one, begin it with 'openapi: 3.1.0'"
    )
  }

  fileprivate static func unknownVersion(_ node: SourceNode, text: String) -> Diagnostic {
    .error(
      "unknown-version",
      "\(text) is not a version of the OpenAPI Specification",
      at: node,
      advice: "write a version such as 3.1.0"
    )
  }

  fileprivate static func unsupportedVersion(_ node: SourceNode, text: String) -> Diagnostic {
    .error(
      "unsupported-version",
      "OpenAPI \(text) is not supported",
      at: node,
      advice: "the versions 3.0, 3.1 and 3.2 are, and Swagger 2.0"
    )
  }

  fileprivate static func unsupportedSwagger(_ node: SourceNode, text: String) -> Diagnostic {
    .error(
      "unsupported-version",
      "Swagger \(text) is not supported",
      at: node,
      advice: "Swagger 2.0 is, and so are the versions 3.0, 3.1 and 3.2 of OpenAPI under 'openapi'"
    )
  }

  fileprivate static func abbreviatedSwagger(_ node: SourceNode) -> Diagnostic {
    .warning("unknown-version", "the version is not written in full", at: node, advice: "write \"2.0\"")
  }

  fileprivate static func abbreviatedVersion(_ node: SourceNode, version: SpecificationVersion) -> Diagnostic
  {
    .warning(
      "unknown-version",
      "the version is not written in full",
      at: node,
      advice: "write \"\(version.major).\(version.minor).\(version.patch)\""
    )
  }
}
