import SourceDocuments

extension ValueChecker {
  /// Whether two values are the same (JSON Schema Core 2020-12 §4.2.2): the order of members does not count.
  mutating func isEqual(_ left: SourceNode, _ right: SourceNode, depth: Int = 0) -> Bool {
    guard depth < 100, step() else { return false }
    switch (left.kind, right.kind) {
    case (.null, .null): return true
    case (.boolean, .boolean): return left.boolean == right.boolean
    case (.string, .string): return left.string == right.string
    case (.number, .number): return left.number.map { isEqual($0, right.number) } ?? false
    case (.array, .array):
      guard left.elements.count == right.elements.count else { return false }
      for (first, second) in zip(left.elements, right.elements) {
        guard isEqual(first, second, depth: depth + 1) else { return false }
      }
      return true
    case (.object, .object):
      guard left.members.count == right.members.count else { return false }
      for member in left.members {
        guard let other = right[member.key], isEqual(member.value, other, depth: depth + 1) else {
          return false
        }
      }
      return true
    default: return false
    }
  }

  private func isEqual(_ left: SourceNumber, _ right: SourceNumber?) -> Bool {
    guard let right else { return false }
    if let first = left.integer, let second = right.integer { return first == second }
    return left.double == right.double
  }
}
