import SourceDocuments

/// Rules for parameters (OpenAPI 3.1.1 §4.8.12).
struct ParameterRules {
  static func check(_ contents: DescriptionContents, _ diagnostics: inout Diagnostics) {
    for parameter in contents.parameters where parameter.location == .header {
      guard describedElsewhere.contains(parameter.name.lowercased()) else { continue }
      diagnostics.append(.reservedHeader(parameter))
    }
  }

  /// Header fields that other parts of a description speak of (OpenAPI 3.1.1 §4.8.12.2).
  private static let describedElsewhere: Set<String> = ["accept", "content-type", "authorization"]
}

extension Diagnostic {
  fileprivate static func reservedHeader(_ parameter: Parameter) -> Diagnostic {
    .warning(
      "reserved-header",
      "the specification gives the header '\(parameter.name)' no meaning as a parameter",
      at: parameter.origin,
      advice: parameter.name.lowercased() == "authorization"
        ? "describe it as a security scheme" : "name the media types under 'content'"
    )
  }
}
