import SourceDocuments

/// What the objects of the old document were compared to in the new one.
struct NodeMatches: Sendable {
  private var compared: [SourceNode: SourceNode] = [:]
  private let unchanged: UnchangedParts

  init(unchanged: UnchangedParts) {
    self.unchanged = unchanged
  }

  /// Whatever stands in parts that have not changed is the same as at its place there.
  subscript(node: SourceNode) -> SourceNode? { compared[node] ?? unchanged.counterpart(of: node) }

  /// Notes a comparison, of which the first one of an object counts. What has not changed stays what it is, whatever
  /// else it is compared to.
  ///
  /// - Returns: Whether it was the first one.
  @discardableResult
  mutating func insert(_ base: SourceNode, _ revision: SourceNode) -> Bool {
    guard compared[base] == nil, unchanged.counterpart(of: base) == nil else { return false }
    compared[base] = revision
    return true
  }
}
