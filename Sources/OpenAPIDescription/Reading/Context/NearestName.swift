/// Finds what somebody may have meant.
///
/// Names of the specification are few, and the static functions search them without further thought. Names of
/// a document can be as many as the mistakes in it, so an instance gives up after having seen enough of them.
struct NearestName {
  private var remaining = 200_000

  /// The advice to use the nearest of a document's names, or `otherwise`.
  mutating func advice(
    for name: String,
    amongDeclared candidates: some Collection<String>,
    otherwise: String? = nil
  ) -> String? {
    guard remaining >= candidates.count else { return otherwise }
    remaining -= candidates.count
    return Self.advice(for: name, among: candidates, otherwise: otherwise)
  }

  /// The candidate that a misspelt name is closest to; nil when none is close.
  ///
  /// Close is a third of the name's length in insertions, deletions, replacements and swaps of neighbours,
  /// upper and lower case set aside.
  static func find(for name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, min(3, name.utf8.count / 3))
    return find(for: name, among: candidates, within: limit)
  }

  static func find(for name: String, among candidates: some Sequence<String>, within limit: Int) -> String? {
    guard name.utf8.count <= longestName else { return nil }
    let letters = Array(name.lowercased().utf8)
    var best: (distance: Int, name: String)?
    for candidate in candidates where abs(candidate.utf8.count - letters.count) <= limit {
      let distance = distance(letters, Array(candidate.lowercased().utf8))
      // Earlier names win among equals, and so the order of the document decides.
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.name
  }

  /// The advice to use the nearest name, or `otherwise`.
  static func advice(
    for name: String,
    among candidates: some Sequence<String>,
    otherwise: String? = nil
  ) -> String? {
    find(for: name, among: candidates).map { "write '\($0)'" } ?? otherwise
  }

  private static let longestName = 100

  /// The optimal string alignment distance.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
