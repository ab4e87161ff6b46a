/// Finds what a misspelled name was probably meant to be.
public enum NearestNames {
  private static let maximumResults = 3
  /// Longer names are not compared: the time for a comparison grows with the product of the lengths.
  private static let maximumLength = 100
  private static let maximumCandidates = 2_000

  /// The names that take the fewest edits to reach, nearest first; empty when none is near.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = comparable(name)
    guard !wanted.isEmpty, wanted.count <= maximumLength else { return [] }
    let limit = max(1, wanted.count / 3)
    var found: [(name: String, distance: Int)] = []
    for candidate in candidates.prefix(maximumCandidates) {
      let other = comparable(candidate)
      guard other.count <= maximumLength, abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit { found.append((candidate, distance)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(maximumResults).map(\.name)
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

  /// How many insertions, deletions and substitutions lead from one text to the other (Levenshtein).
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous = Array(0...right.count)
    for (row, leftByte) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, rightByte) in right.enumerated() {
        let substitution = previous[column] + (leftByte == rightByte ? 0 : 1)
        current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
