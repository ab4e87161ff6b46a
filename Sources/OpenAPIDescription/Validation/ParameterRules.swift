import SourceDocuments

/// Rules for lists of parameters (OpenAPI 3.1.1 §4.8.9 and §4.8.10, `parameters`).
struct ParameterRules {
  private struct Key: Hashable {
    var name: String
    var location: ParameterLocation

    /// The names of header fields are the same in upper and lower case (RFC 9110 §5.1).
    init(_ parameter: Parameter) {
      name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
      location = parameter.location
    }
  }

  static func check(_ contents: DescriptionContents, _ diagnostics: inout Diagnostics) {
    for item in contents.pathItems { check(item.parameters, of: item.origin, &diagnostics) }
    for operation in contents.operations { check(operation.parameters, of: operation.origin, &diagnostics) }
    for parameter in contents.parameters where parameter.location == .header {
      if reservedHeaders.contains(parameter.name.lowercased()) {
        diagnostics.append(.reservedHeader(parameter))
      }
    }
  }

  private static func check(_ parameters: [Parameter], of owner: SourceNode, _ diagnostics: inout Diagnostics)
  {
    var firstByKey: [Key: Parameter] = [:]
    for (index, parameter) in parameters.enumerated() {
      guard let first = firstByKey.updateValue(parameter, forKey: Key(parameter)) else { continue }
      // A parameter that came by reference is at fault where it is listed, not where it is defined.
      let elements = owner["parameters"]?.elements
      let place = elements.flatMap { $0.count == parameters.count ? $0[index] : nil }
      diagnostics.append(.duplicate(parameter, at: place ?? parameter.origin, first: first.origin))
    }
  }

  /// Header fields that are described by other means (OpenAPI 3.1.1 §4.8.12.2).
  private static let reservedHeaders: Set<String> = ["accept", "content-type", "authorization"]
}

extension Diagnostic {
  fileprivate static func duplicate(
    _ parameter: Parameter,
    at node: SourceNode,
    first: SourceNode
  ) -> Diagnostic {
    .error(
      "duplicate-parameter",
      "the \(parameter.location.rawValue) parameter '\(parameter.name)' is declared twice",
      at: node,
      advice: "remove one of them",
      notes: [Note("the first is here", at: first.bestLocation)]
    )
  }

  fileprivate static func reservedHeader(_ parameter: Parameter) -> Diagnostic {
    .warning(
      "reserved-header",
      "the header '\(parameter.name)' cannot be described as a parameter; the declaration has no effect",
      at: parameter.origin,
      advice: parameter.name.lowercased() == "authorization"
        ? "describe it as a security scheme" : "name the media types under 'content'"
    )
  }
}
