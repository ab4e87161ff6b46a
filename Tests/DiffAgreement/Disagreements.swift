import SourceDocuments

/// The reviewed list of edits that are judged otherwise here, each with its reason.
struct Disagreements {
  struct Entry {
    var node: SourceNode
    var ids: [String]
    var theirs: String
    var ours: String
    /// The cases it is about; empty for all.
    var cases: [String]
  }

  let entries: [Entry]

  init(_ path: String) throws {
    let root = try DocumentLoader().load(path).root
    entries = root.elements.map { node in
      Entry(
        node: node,
        ids: node["ids"]?.elements.compactMap(\.string) ?? [],
        theirs: node["theirs"]?.string ?? "",
        ours: node["ours"]?.string ?? "",
        cases: node["cases"]?.elements.compactMap(\.string) ?? []
      )
    }
    precondition(entries.allSatisfy { $0.node["reason"]?.string?.isEmpty == false }, "an entry has no reason")
  }

  /// The entry that covers a disagreement.
  func index(_ id: String, _ theirs: String, _ ours: String, in name: String) -> Int? {
    entries.firstIndex { entry in
      entry.theirs == theirs && entry.ours == ours && (entry.cases.isEmpty || entry.cases.contains(name))
        && entry.ids.contains { Self.matches(id, $0) }
    }
  }

  /// `*` at either end stands for anything.
  private static func matches(_ id: String, _ pattern: String) -> Bool {
    switch (pattern.hasPrefix("*"), pattern.hasSuffix("*")) {
    case (true, true): id.contains(pattern.dropFirst().dropLast())
    case (true, false): id.hasSuffix(pattern.dropFirst())
    case (false, true): id.hasPrefix(pattern.dropLast())
    case (false, false): id == pattern
    }
  }
}
