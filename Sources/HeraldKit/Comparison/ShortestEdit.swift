/// Myers' greedy search ("An O(ND) Difference Algorithm and Its Variations", 1986).
///
/// In the grid whose columns are the old lines and whose rows are the new ones, a path from the upper left
/// to the lower right goes right for a removal, down for an insertion, and diagonally for a match. For each
/// number of removals and insertions the search keeps how far each diagonal can be followed.
struct ShortestEdit {
  /// A run of equal lines.
  struct Match: Hashable {
    var old: Int
    var new: Int
    var count: Int
  }

  private let old: [Int]
  private let new: [Int]
  /// The columns reached before each step, by diagonal; step `n` holds the diagonals `-n - 1` to `n + 1`.
  private var history: [[Int]] = []

  init(_ lines: (old: [Int], new: [Int])) {
    old = lines.old
    new = lines.new
  }

  /// The matching runs of a shortest edit, in order; nil when it has more than `limit` steps.
  mutating func matches(limit: Int) -> [Match]? {
    var reached = [0, 0, 0]  // diagonals -1, 0, 1
    for step in 0...max(0, min(limit, old.count + new.count)) {
      history.append(reached)
      // Room for the diagonals of the next step.
      var next = [0] + reached + [0]
      for diagonal in stride(from: -step, through: step, by: 2) {
        let start = column(on: diagonal, after: step, from: reached)
        let end = follow(diagonal, from: start)
        next[diagonal + step + 2] = end
        if end >= old.count, end - diagonal >= new.count { return backtrack(from: diagonal, step: step) }
      }
      reached = next
    }
    return nil
  }

  /// Where a path enters a diagonal: from the neighbour that leads further.
  private func column(on diagonal: Int, after step: Int, from reached: [Int]) -> Int {
    let below = reached[diagonal - 1 + step + 1]
    let above = reached[diagonal + 1 + step + 1]
    if diagonal == -step || (diagonal != step && below < above) { return above }
    return below + 1
  }

  /// How far equal lines lead along a diagonal.
  private func follow(_ diagonal: Int, from column: Int) -> Int {
    var column = column
    while column < old.count, column - diagonal < new.count, old[column] == new[column - diagonal] {
      column += 1
    }
    return column
  }

  private func backtrack(from diagonal: Int, step: Int) -> [Match] {
    var matches: [Match] = []
    var diagonal = diagonal
    var end = old.count
    for step in stride(from: step, through: 0, by: -1) {
      let reached = history[step]
      let start = step == 0 ? 0 : column(on: diagonal, after: step, from: reached)
      if end > start { matches.append(Match(old: start, new: start - diagonal, count: end - start)) }
      guard step > 0 else { break }
      let comesFromAbove =
        diagonal == -step || (diagonal != step && reached[diagonal + step] < reached[diagonal + step + 2])
      end = comesFromAbove ? start : start - 1
      diagonal += comesFromAbove ? 1 : -1
    }
    return matches.reversed()
  }
}
