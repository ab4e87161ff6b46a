/// The diagnostics of a run, in the order in which they were found.
public struct Diagnostics: Sendable {
  public private(set) var items: [Diagnostic] = []

  public init() {}

  public mutating func append(_ diagnostic: Diagnostic) {
    items.append(diagnostic)
  }

  public mutating func append(contentsOf diagnostics: some Sequence<Diagnostic>) {
    items.append(contentsOf: diagnostics)
  }

  public var hasErrors: Bool {
    items.contains { $0.severity == .error }
  }

  /// The diagnostics without duplicates: by file, in the order in which the files first appear, then by
  /// offset, then the severest first. Those without a location come before all others.
  public func sorted() -> [Diagnostic] {
    var fileRanks: [SourceFile: Int] = [:]
    var seen: Set<Diagnostic> = []
    var unique: [Diagnostic] = []
    for item in items where seen.insert(item).inserted {
      unique.append(item)
      if let file = item.location?.file, fileRanks[file] == nil { fileRanks[file] = fileRanks.count }
    }
    let keyed = unique.enumerated().map { position, item in
      SortKey(item, fileRank: item.location.flatMap { fileRanks[$0.file] } ?? -1, position: position)
    }
    return keyed.sorted { $0.precedes($1) }.map(\.diagnostic)
  }
}

extension Diagnostics {
  private struct SortKey {
    let diagnostic: Diagnostic
    let fileRank: Int
    let position: Int

    init(_ diagnostic: Diagnostic, fileRank: Int, position: Int) {
      self.diagnostic = diagnostic
      self.fileRank = fileRank
      self.position = position
    }

    private var offset: Int { diagnostic.location?.offset ?? -1 }

    func precedes(_ other: SortKey) -> Bool {
      if fileRank != other.fileRank { return fileRank < other.fileRank }
      if offset != other.offset { return offset < other.offset }
      if diagnostic.severity != other.diagnostic.severity {
        return diagnostic.severity > other.diagnostic.severity
      }
      return position < other.position
    }
  }
}
