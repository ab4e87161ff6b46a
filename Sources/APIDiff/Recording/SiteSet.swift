/// A set of sites, by their indexes.
struct SiteSet: Hashable {
  private(set) var words: [UInt64] = []

  init() {}

  init(_ site: Int) {
    insert(site)
  }

  mutating func insert(_ site: Int) {
    while words.count <= site / 64 { words.append(0) }
    words[site / 64] |= 1 << UInt64(site % 64)
  }

  mutating func formUnion(_ other: SiteSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  func intersection(_ other: SiteSet) -> SiteSet {
    var result = SiteSet()
    result.words = zip(words, other.words).map { $0 & $1 }
    return result
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The indexes, ascending.
  var sites: [Int] {
    var indexes: [Int] = []
    for (position, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        indexes.append(position * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return indexes
  }
}
