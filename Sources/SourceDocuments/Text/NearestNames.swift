/// Finds what a misspelled name was probably meant to be.
///
/// Names of a specification are few, and the static functions search them without further thought. Names of a
/// document can be as many as the mistakes in it, so an instance gives up after having seen enough of them.
public struct NearestNames {
  private static let maximumResults = 3
  /// Longer names are not compared: the time for a comparison grows with the product of the lengths.
  private static let maximumLength = 100
  private static let maximumCandidates = 2_000

  private var remaining = 200_000

  public init() {}

  /// The advice to use the nearest of a document's names, or `otherwise`.
  public mutating func advice(
    for name: String,
    amongDeclared candidates: some Collection<String>,
    otherwise: String? = nil
  ) -> String? {
    guard remaining >= candidates.count else { return otherwise }
    remaining -= candidates.count
    return Self.advice(for: name, among: candidates, otherwise: otherwise)
  }

  /// The advice to use the nearest name, or `otherwise`.
  public static func advice(
    for name: String,
    among candidates: some Sequence<String>,
    otherwise: String? = nil
  ) -> String? {
    nearest(to: name, among: candidates).map { "write '\($0)'" } ?? otherwise
  }

  /// The names that take the fewest edits to reach, nearest first; empty when none is near.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> [String] {
    let found = near(name, among: candidates, within: .max)
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(maximumResults).map(\.name)
  }

  /// The name that takes the fewest edits to reach, of several the first; nil when none is near.
  ///
  /// - Parameter limit: The most edits; by default three, and fewer in short names.
  public static func nearest(
    to name: String,
    among candidates: some Sequence<String>,
    within limit: Int = 3
  ) -> String? {
    near(name, among: candidates, within: limit).min { $0.distance < $1.distance }?.name
  }

  /// Near is a third of the name's length in edits.
  private static func near(
    _ name: String,
    among candidates: some Sequence<String>,
    within limit: Int
  ) -> [(name: String, distance: Int)] {
    let wanted = comparable(name)
    guard !wanted.isEmpty, wanted.count <= maximumLength else { return [] }
    let limit = min(limit, max(1, wanted.count / 3))
    return candidates.prefix(maximumCandidates).compactMap { candidate in
      let other = comparable(candidate)
      guard other.count <= maximumLength, abs(other.count - wanted.count) <= limit else { return nil }
      let distance = editDistance(wanted, other)
      return distance <= limit ? (candidate, distance) : nil
    }
  }

  /// Case and separators are what people get wrong most, so they count nothing.
  private static func comparable(_ name: String) -> [UInt8] {
    name.utf8.prefix(2 * maximumLength).compactMap { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): nil
      default: byte
      }
    }
  }

  /// How many insertions, deletions, substitutions and swaps of neighbours lead from one text to the other
  /// (the optimal string alignment distance).
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, leftByte) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, rightByte) in right.enumerated() {
        let substitution = previous[column] + (leftByte == rightByte ? 0 : 1)
        var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
