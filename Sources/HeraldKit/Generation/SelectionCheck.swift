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
      [("tags", "tag", tags), ("paths", "path", paths), ("operations", "operation", operations)].flatMap {
        list, noun, known in
        (configuration.origins["\(section).\(list)"]?.elements).map { elements in
          elements.compactMap { unused($0, noun, among: known) }
        } ?? []
      }
    }
  }

  private func unused(_ node: SourceNode, _ noun: String, among known: Set<String>) -> Diagnostic? {
    guard let entry = node.string, !known.contains(entry) else { return nil }
    if noun == "path", entry.hasSuffix("*"), known.contains(where: { $0.hasPrefix(entry.dropLast()) }) { return nil }
    let nearest = NearestNames.of(entry, among: known.sorted())
    return .warning(
      "unused-filter",
      "the description has no \(noun) '\(entry)'",
      at: node,
      advice: nearest.isEmpty
        ? "remove the entry" : "did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
    )
  }
}
