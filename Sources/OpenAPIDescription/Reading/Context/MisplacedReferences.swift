import SourceDocuments

/// References that stand where the specification provides for none.
///
/// Descriptions that have one have dozens: their authors use a tool that replaces every `$ref` by what it leads
/// to. So there is one warning about all of them.
struct MisplacedReferences {
  private var followed: [SourceNode] = []
  private var leftOut: [SourceNode] = []
  private var known: Set<SourceNode> = []

  /// - Parameters:
  ///   - node: The string of the reference.
  ///   - isFollowed: Whether what it leads to was read; otherwise the description goes without.
  mutating func append(_ node: SourceNode, isFollowed: Bool = true) {
    guard known.insert(node).inserted else { return }
    if isFollowed { followed.append(node) } else { leftOut.append(node) }
  }

  /// - Parameter detours: References whose pointers lead through another reference.
  func diagnostics(detours: [SourceNode]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let first = followed.first {
      diagnostics.append(.misplacedReference(first, others: followed.count - 1))
    }
    if let first = leftOut.first { diagnostics.append(.textLeftOut(first, others: leftOut.count - 1)) }
    var known: Set<SourceNode> = []
    let detours = detours.filter { known.insert($0).inserted }
    if let first = detours.first { diagnostics.append(.detour(first, others: detours.count - 1)) }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func misplacedReference(_ node: SourceNode, others: Int) -> Diagnostic {
    .warning(
      "misplaced-reference",
      others == 0
        ? "the specification does not allow a reference here; it is followed all the same"
        : "the specification does not allow a reference here, nor in \(places(others)); they are followed all "
          + "the same",
      at: node,
      advice: "put what it refers to in its place, as a bundling tool does"
    )
  }

  fileprivate static func textLeftOut(_ node: SourceNode, others: Int) -> Diagnostic {
    .warning(
      "misplaced-reference",
      "a text cannot be a reference in OpenAPI, and this one cannot be followed"
        + (others == 0 ? "; it is left out" : ", nor can those in \(places(others)); they are left out"),
      at: node,
      advice: "put the text in its place, as a bundling tool does"
    )
  }

  fileprivate static func detour(_ node: SourceNode, others: Int) -> Diagnostic {
    .warning(
      "reference-through-reference",
      others == 0
        ? "the pointer leads through another reference, which pointers do not follow; it is followed all the same"
        : "the pointer leads through another reference, which pointers do not follow, and so it does in "
          + "\(places(others)); they are followed all the same",
      at: node,
      advice: "refer to the place that the other reference leads to"
    )
  }

  private static func places(_ count: Int) -> String {
    count == 1 ? "one other place" : "\(count) other places"
  }
}
