nonisolated extension TextPattern {
  /// The instructions that wait for the next scalar.
  nonisolated struct Threads {
    var threads: [Int] = []
    private var visited: [Bool]

    init(capacity: Int) {
      visited = Array(repeating: false, count: capacity)
    }

    /// Whether an instruction is met for the first time at this place.
    mutating func visit(_ index: Int) -> Bool {
      guard !visited[index] else { return false }
      visited[index] = true
      return true
    }

    mutating func removeAll() {
      threads.removeAll(keepingCapacity: true)
      for index in visited.indices { visited[index] = false }
    }
  }
}
