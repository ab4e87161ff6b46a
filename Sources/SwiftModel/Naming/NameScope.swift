/// Hands out names that differ from one another and from the reserved ones.
struct NameScope: Sendable {
  private var taken: Set<String>

  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// Takes a name as it is; for names that a configuration pins.
  mutating func pin(_ name: String) {
    taken.insert(name)
  }

  /// The first candidate that is free; where none is, the last one with the lowest free number.
  mutating func claim(_ candidates: String...) -> String {
    claim(candidates)
  }

  mutating func claim(_ candidates: [String]) -> String {
    for candidate in candidates where taken.insert(candidate).inserted { return candidate }
    let base = candidates.last ?? "value"
    var number = 2
    while !taken.insert("\(base)\(number)").inserted { number += 1 }
    return "\(base)\(number)"
  }
}
