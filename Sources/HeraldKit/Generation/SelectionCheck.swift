import APIModel
import OpenAPIDescription
import SourceDocuments

/// Finds entries of `include` and `exclude` that match nothing: most are misspelled, or name what is gone.
struct SelectionCheck {
  private let tags: Set<String>
  private let paths: Set<String>
  private let operations: Set<String>

  init(_ document: OpenAPIDocument) {
    let operations = document.paths.flatMap(\.operations)
    tags = Set(document.tags.map(\.name)).union(operations.flatMap(\.tags))
    paths = Set(document.paths.map(\.path))
    self.operations = Set(operations.compactMap(\.operationID))
  }

  /// A warning for each entry that has no effect.
  func unusedEntries(of configuration: Configuration) -> [Diagnostic] {
    ["include", "exclude"].flatMap { section in
      func entries(_ list: String) -> [SourceNode] {
        configuration.origins["\(section).\(list)"].map { Array($0.elements) } ?? []
      }
      return entries("tags").compactMap { unused($0, "tag", among: tags) }
        + entries("paths").compactMap { unused($0, "path", among: paths) }
        + entries("operations").compactMap { unused($0, "operation", among: operations) }
    }
  }

  private func unused(_ node: SourceNode, _ noun: String, among known: Set<String>) -> Diagnostic? {
    guard let entry = node.string, !known.contains(entry) else { return nil }
    if noun == "path", entry.hasSuffix("*"), known.contains(where: { $0.hasPrefix(entry.dropLast()) }) {
      return nil
    }
    let nearest = NearestNames.of(entry, among: known.sorted())
    return .warning(
      "unused-filter",
      "the description has no \(noun) '\(entry)'",
      at: node,
      advice: nearest.isEmpty ? "remove the entry" : "did you mean \(nearest.joined(separator: " or "))?"
    )
  }
}
