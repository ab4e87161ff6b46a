/// Names the files of a module: a module cannot hold two files of one name, and some file systems do not tell
/// capitals apart.
struct FileNames {
  private var taken: Set<String>

  init(taken: some Sequence<String>) {
    self.taken = Set(taken.map { $0.lowercased() })
  }

  mutating func claim(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)\(number)"
      number += 1
    }
    return candidate
  }
}
