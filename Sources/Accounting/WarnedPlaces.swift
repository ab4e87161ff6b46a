import SourceDocuments

/// The places of a description that a warning speaks of.
struct WarnedPlaces {
  private let locations: Set<SourceLocation>

  /// - Parameter diagnostics: What the stages after reading had to say: of what they cannot express, and nothing else.
  init(_ diagnostics: [Diagnostic]) {
    locations = Set(diagnostics.compactMap(\.location))
  }

  func contains(_ node: SourceNode) -> Bool {
    !locations.isEmpty && locations.contains(node.bestLocation)
  }
}
