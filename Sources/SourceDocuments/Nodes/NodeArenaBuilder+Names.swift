extension NodeArenaBuilder {
  /// Reports members of the same name, and returns the index by name that a large object gets: its members
  /// in the order of their names' bytes. A small object gets none.
  ///
  /// The index is a sorted list rather than a hash table: no choice of names makes it slow.
  mutating func membersByName(_ members: [UInt32]) -> [UInt32] {
    if members.count <= NodeArena.linearSearchLimit {
      for (position, second) in members.enumerated() {
        let first = members[..<position].first { order(of: $0, and: second) == .same }
        if let first { reportDuplicate(second, of: first) }
      }
      return []
    }
    let sorted = members.sorted { first, second in
      switch order(of: first, and: second) {
      case .before: true
      case .same: first < second
      case .after: false
      }
    }
    var first = sorted[0]
    for second in sorted.dropFirst() {
      if order(of: first, and: second) == .same {
        reportDuplicate(second, of: first)
      } else {
        first = second
      }
    }
    return sorted
  }

  private func order(of first: UInt32, and second: UInt32) -> ByteOrder {
    guard let firstKey = records[Int(first)].key, let secondKey = records[Int(second)].key else {
      return .same
    }
    return ByteOrder(of: utf8(firstKey.text), against: utf8(secondKey.text))
  }

  private mutating func reportDuplicate(_ second: UInt32, of first: UInt32) {
    guard problems.count < DocumentLimits.problems else { return }
    guard let firstKey = records[Int(first)].key, let secondKey = records[Int(second)].key else { return }
    let name = String(decoding: utf8(secondKey.text), as: UTF8.self)
    problems.append(
      .duplicateKey(name, at: location(secondKey.extent), first: location(firstKey.extent))
    )
  }
}
