public import SourceDocuments

/// What became of everything that a description says.
public struct Balance: Sendable {
  /// The figures of one kind of construct.
  public struct Row: Sendable, Hashable {
    public var kind: Construct.Kind
    /// What is in use: reachable from an operation that was asked for.
    public var found = 0
    /// What the generated declarations express.
    public var generated = 0
    /// What a warning says is not generated, or not as described.
    public var warned = 0
    /// What neither is: lost.
    public var lost = 0
    /// What was left out on purpose: operations that were not asked for, components that nothing refers to. Not among
    /// what is found.
    public var unused = 0
  }

  /// A row for each kind of construct.
  public internal(set) var rows: [Row] = Construct.Kind.allCases.map { Row(kind: $0) }
  /// What is neither generated nor named by a warning, in the order of the description.
  public internal(set) var losses: [Construct] = []

  /// A warning for each loss: one that is announced is none.
  public var diagnostics: [Diagnostic] { losses.map(Diagnostic.unaccounted) }

  subscript(kind: Construct.Kind) -> Row {
    get { rows.first { $0.kind == kind } ?? Row(kind: kind) }
    set {
      guard let index = rows.firstIndex(where: { $0.kind == kind }) else { return }
      rows[index] = newValue
    }
  }
}

extension Diagnostic {
  fileprivate static func unaccounted(_ construct: Construct) -> Diagnostic {
    .warning(
      "unaccounted",
      "the \(construct.kind.rawValue) '\(construct.name)' is not in the generated code",
      at: construct.origin,
      advice: "Herald should have said why; please report it"
    )
  }
}
