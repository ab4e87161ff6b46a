/// A regular expression that is matched in time proportional to the text, whatever the expression.
///
/// Regular expressions of libraries backtrack, and a description can hold one that takes them years. This one
/// follows all ways to match at once (Thompson's construction).
nonisolated struct TextPattern {
  private nonisolated enum Instruction {
    case scalars(Class)
    case assertion(Assertion)
    case jump(Int)
    case split(Int, Int)
    case match
  }

  private var program: [Instruction] = []

  /// Nil when the pattern is no regular expression, or one that cannot be decided in this way.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longestPattern, let tree = Parser.parse(text) else { return nil }
    guard compile(tree) else { return nil }
    program.append(.match)
  }

  /// The steps that matching a text takes at most.
  func cost(of text: String) -> Int {
    (text.utf8.count + 1) * program.count
  }

  /// Whether the pattern matches anywhere in a text.
  func matches(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    var current = Threads(capacity: program.count)
    var following = Threads(capacity: program.count)
    for position in 0...scalars.count {
      // A match may begin at every place, since patterns are not anchored.
      if add(0, to: &current, scalars, position) { return true }
      guard position < scalars.count else { break }
      following.removeAll()
      for thread in current.threads {
        guard case .scalars(let set) = program[thread], set.contains(scalars[position]) else { continue }
        if add(thread + 1, to: &following, scalars, position + 1) { return true }
      }
      swap(&current, &following)
    }
    return false
  }

  private static let longestPattern = 2_000
  private static let longestProgram = 5_000
}

nonisolated extension TextPattern {
  /// Appends the instructions for a tree; false when the program becomes too long.
  private mutating func compile(_ tree: Tree) -> Bool {
    guard program.count < Self.longestProgram else { return false }
    switch tree {
    case .empty: break
    case .scalars(let set): program.append(.scalars(set))
    case .assertion(let assertion): program.append(.assertion(assertion))
    case .sequence(let parts):
      for part in parts { guard compile(part) else { return false } }
    case .alternatives(let branches):
      return compile(alternatives: branches)
    case .repetition(let part, let least, let most):
      return compile(part, least: least, most: most)
    }
    return true
  }

  private mutating func compile(alternatives branches: [Tree]) -> Bool {
    var ends: [Int] = []
    for branch in branches.dropLast() {
      let split = program.count
      program.append(.match)
      guard compile(branch) else { return false }
      ends.append(program.count)
      program.append(.match)
      program[split] = .split(split + 1, program.count)
    }
    guard let last = branches.last else { return true }
    guard compile(last) else { return false }
    for end in ends { program[end] = .jump(program.count) }
    return true
  }

  private mutating func compile(_ part: Tree, least: Int, most: Int?) -> Bool {
    // Each copy of an empty part adds nothing, so the count alone must not be trusted to end the loop.
    guard least <= Self.longestProgram, most ?? 0 <= Self.longestProgram else { return false }
    for _ in 0..<least { guard compile(part) else { return false } }
    guard let most else {
      let split = program.count
      program.append(.match)
      guard compile(part) else { return false }
      program.append(.jump(split))
      program[split] = .split(split + 1, program.count)
      return true
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(program.count)
      program.append(.match)
      guard compile(part) else { return false }
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
    return true
  }

  /// Adds a thread, and those it splits into, up to instructions that consume; true when one of them matches.
  private func add(_ start: Int, to list: inout Threads, _ scalars: [UInt32], _ position: Int) -> Bool {
    var open = [start]
    while let index = open.popLast() {
      guard list.visit(index) else { continue }
      switch program[index] {
      case .match: return true
      case .jump(let target): open.append(target)
      case .split(let first, let second): open += [second, first]
      case .assertion(let assertion):
        if holds(assertion, scalars, position) { open.append(index + 1) }
      case .scalars: list.threads.append(index)
      }
    }
    return false
  }

  private func holds(_ assertion: Assertion, _ scalars: [UInt32], _ position: Int) -> Bool {
    switch assertion {
    case .start: return position == 0
    case .end: return position == scalars.count
    case .wordBoundary, .noWordBoundary:
      let before = position > 0 && Class.word.contains(scalars[position - 1])
      let after = position < scalars.count && Class.word.contains(scalars[position])
      return (before != after) == (assertion == .wordBoundary)
    }
  }
}
