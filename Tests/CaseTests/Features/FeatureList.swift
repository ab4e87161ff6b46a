import SourceDocuments

/// The constructs of OpenAPI that people use, with what Herald makes of them: `Tests/Features.yaml`.
struct FeatureList {
  struct Feature {
    /// The name by which cases refer to it.
    var key: String
    /// The name for readers, in Markdown.
    var name: String
    /// Why Herald does not support it; nil when it does.
    var unsupported: String?
    /// What Herald prints where it meets an unsupported construct.
    var warning: String?
    /// The cases that prove it, sorted by name.
    var cases: [Case] = []
  }

  struct Section {
    var name: String
    var features: [Feature]
  }

  private(set) var sections: [Section] = []
  /// What cases refer to and the list does not have.
  private(set) var unknownKeys: [String] = []

  var features: [Feature] { sections.flatMap(\.features) }

  /// Reads the list, and finds the cases of each feature.
  init(path: String, cases: [Case]) throws {
    var provers: [String: [Case]] = [:]
    for testCase in cases {
      for key in try testCase.settings().features { provers[key, default: []].append(testCase) }
    }
    for node in try DocumentLoader().load(path).root.elements {
      let features = try (node["features"].map { Array($0.elements) } ?? []).map {
        try Self.feature($0, provers)
      }
      sections.append(Section(name: node["section"]?.string ?? "", features: features))
    }
    unknownKeys = Set(provers.keys).subtracting(features.map(\.key)).sorted()
  }

  private static func feature(_ node: SourceNode, _ provers: [String: [Case]]) throws -> Feature {
    let keys = ["key", "name", "unsupported", "warning"]
    if let unknown = node.members.first(where: { !keys.contains($0.key) }) {
      throw DiagnosticError(
        .error("unknown-key", "a feature has no setting '\(unknown.key)'", at: unknown.value)
      )
    }
    guard let key = node["key"]?.string, let name = node["name"]?.string else {
      throw DiagnosticError(.error("missing-key", "a feature has a key and a name", at: node))
    }
    return Feature(
      key: key,
      name: name,
      unsupported: node["unsupported"]?.string,
      warning: node["warning"]?.string,
      cases: provers[key] ?? []
    )
  }
}
