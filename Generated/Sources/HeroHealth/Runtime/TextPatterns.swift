public import Foundation

nonisolated extension ConstraintCheck {
  /// A text that has to match a pattern.
  public mutating func string(
    _ value: String?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    string(
      value,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }

  /// A URL whose whole text has to match a pattern.
  public mutating func url(
    _ value: URL?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    string(
      value?.absoluteString,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }

  /// The elements of a list of texts that have to match a pattern.
  public mutating func strings(
    _ values: [String?]?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    strings(
      values,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }

  /// The members of an object of texts that have to match a pattern.
  public mutating func strings(
    _ values: [String: String?]?,
    _ name: String,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    pattern: String,
    format: String? = nil
  ) {
    strings(
      values,
      name,
      TextRules(minLength: minLength, maxLength: maxLength, format: format, matching: pattern)
    )
  }
}

nonisolated extension TextRules {
  /// Rules with a pattern, where there is one.
  init(minLength: Int?, maxLength: Int?, format: String?, matching pattern: String?) {
    self.init(minLength: minLength, maxLength: maxLength, format: format)
    self.pattern = pattern
    matches = { TextPatternCache.matches($0, $1) }
  }
}

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

nonisolated extension TextPattern {
  /// A place in the text that a pattern asks for without consuming any of it.
  nonisolated enum Assertion {
    case start
    case end
    case wordBoundary
    case noWordBoundary
  }
}

/// The patterns of the description, compiled at their first use. There are as many as the description has.
nonisolated enum TextPatternCache {
  /// The most steps that a match may take, some tenths of a second: a text that would need more is refused.
  static let longestMatch = 20_000_000

  private static let patterns = Storage()

  /// Whether a pattern matches anywhere in a text, in time proportional to the text whatever the two are.
  ///
  /// A pattern that is none, or has look-around or back references, matches everything; the generator warns of it.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let compiled = patterns.compiled(pattern) else { return true }
    return compiled.cost(of: text) <= longestMatch && compiled.matches(text)
  }

  private nonisolated final class Storage: @unchecked Sendable {
    private let lock = NSLock()
    private var compiled: [String: TextPattern?] = [:]

    func compiled(_ pattern: String) -> TextPattern? {
      lock.lock()
      defer { lock.unlock() }
      if let known = compiled[pattern] { return known }
      let made = TextPattern(pattern)
      compiled[pattern] = .some(made)
      return made
    }
  }
}

nonisolated extension TextPattern {
  /// A set of Unicode scalars, as `[a-z\d]` names it.
  nonisolated struct Class {
    var ranges: [ClosedRange<UInt32>]
    var isInverted = false

    func contains(_ scalar: UInt32) -> Bool {
      ranges.contains { $0.contains(scalar) } != isInverted
    }

    /// The ranges that the class stands for, any inversion applied.
    var expanded: [ClosedRange<UInt32>] {
      guard isInverted else { return ranges }
      var gaps: [ClosedRange<UInt32>] = []
      var next: UInt32 = 0
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
        next = max(next, range.upperBound + 1)
      }
      if next <= Self.last { gaps.append(next...Self.last) }
      return gaps
    }

    static let digit = Class(ranges: [scalar("0")...scalar("9")])
    static let word = Class(
      ranges: [
        scalar("a")...scalar("z"), scalar("A")...scalar("Z"), scalar("0")...scalar("9"),
        scalar("_")...scalar("_"),
      ]
    )
    /// White space and line ends (ECMA-262 §12.2 and §12.3).
    static let space = Class(
      ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
        0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
      ]
    )
    static let anyButLineEnd = Class(
      ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029],
      isInverted: true
    )

    static func single(_ value: UInt32) -> Class {
      Class(ranges: [value...value])
    }

    var inverted: Class {
      Class(ranges: ranges, isInverted: !isInverted)
    }

    private static let last: UInt32 = 0x10FFFF

    private static func scalar(_ scalar: Unicode.Scalar) -> UInt32 {
      scalar.value
    }
  }
}

nonisolated extension TextPattern {
  /// Parses the part of ECMA-262's regular expressions (§22.2.1) that finite automata can decide.
  ///
  /// Look-around, back references and classes by Unicode property are not part of it: a pattern with one of
  /// these is not parsed, and what it would say remains unknown.
  nonisolated struct Parser {
    var scanner: Scanner
    private var depth = 0

    static func parse(_ pattern: String) -> Tree? {
      var parser = Parser(scanner: Scanner(pattern))
      do {
        let tree = try parser.alternatives()
        return parser.scanner.isAtEnd ? tree : nil
      } catch {
        return nil
      }
    }

    private init(scanner: Scanner) {
      self.scanner = scanner
    }

    private mutating func alternatives() throws(Unsupported) -> Tree {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.depthLimit else { throw Unsupported() }
      var branches = [try sequence()]
      while scanner.skip("|") { branches.append(try sequence()) }
      return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(Unsupported) -> Tree {
      var terms: [Tree] = []
      while let scalar = scanner.next, scalar != "|", scalar != ")" {
        terms.append(try quantified(term()))
      }
      return .sequence(terms)
    }

    private mutating func term() throws(Unsupported) -> Tree {
      let scalar = try scanner.take()
      switch scalar {
      case "^": return .assertion(.start)
      case "$": return .assertion(.end)
      case ".": return .scalars(.anyButLineEnd)
      case "(": return try group()
      case "[": return .scalars(try characterClass())
      case "\\": return try escape()
      case "*", "+", "?": throw Unsupported()
      default: return .scalars(.single(scalar.value))
      }
    }

    private mutating func escape() throws(Unsupported) -> Tree {
      if scanner.skip("b") { return .assertion(.wordBoundary) }
      if scanner.skip("B") { return .assertion(.noWordBoundary) }
      return .scalars(try escapedClass())
    }

    private mutating func group() throws(Unsupported) -> Tree {
      if scanner.skip("?") {
        switch try scanner.take() {
        case ":": break
        case "<":
          guard let first = scanner.next, first != "=", first != "!" else { throw Unsupported() }
          while try scanner.take() != ">" {}
        default: throw Unsupported()
        }
      }
      let tree = try alternatives()
      guard scanner.skip(")") else { throw Unsupported() }
      return tree
    }

    private mutating func quantified(_ tree: Tree) throws(Unsupported) -> Tree {
      let least: Int
      var most: Int?
      if scanner.skip("*") {
        least = 0
      } else if scanner.skip("+") {
        least = 1
      } else if scanner.skip("?") {
        (least, most) = (0, 1)
      } else if let bounds = scanner.attempt(Self.bounds) {
        (least, most) = bounds
      } else {
        return tree
      }
      // Whether a quantifier is lazy does not change what matches.
      _ = scanner.skip("?")
      if let most, most < least { throw Unsupported() }
      return .repetition(tree, least: least, most: most)
    }

    /// Reads `{2}`, `{2,}` or `{2,5}`. Anything else in braces stands for itself.
    private static func bounds(_ scanner: inout Scanner) -> (Int, Int?)? {
      guard scanner.skip("{"), let least = scanner.number() else { return nil }
      if scanner.skip("}") { return (least, least) }
      guard scanner.skip(",") else { return nil }
      if scanner.skip("}") { return (least, nil) }
      guard let most = scanner.number(), scanner.skip("}") else { return nil }
      return (least, most)
    }

    private static let depthLimit = 40
  }
}

nonisolated extension TextPattern.Parser {
  /// Reads a class such as `[^a-z\d]`, of which the bracket has been read.
  mutating func characterClass() throws(TextPattern.Unsupported) -> TextPattern.Class {
    let isInverted = scanner.skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    while !scanner.skip("]") {
      let first = try classAtom()
      // A hyphen at the end of a class, or beside one such as `\d`, stands for itself.
      guard scanner.next == "-", scanner.afterNext != "]", let low = first.only else {
        ranges += first.expanded
        continue
      }
      _ = try scanner.take()
      let last = try classAtom()
      guard let high = last.only else {
        ranges += first.expanded + [hyphen] + last.expanded
        continue
      }
      guard low <= high else { throw TextPattern.Unsupported() }
      ranges.append(low...high)
    }
    return TextPattern.Class(ranges: ranges, isInverted: isInverted)
  }

  private var hyphen: ClosedRange<UInt32> { 0x2D...0x2D }

  private mutating func classAtom() throws(TextPattern.Unsupported) -> TextPattern.Class {
    let scalar = try scanner.take()
    guard scalar == "\\" else { return .single(scalar.value) }
    if scanner.skip("b") { return .single(0x08) }
    return try escapedClass()
  }

  /// Reads what follows a backslash, inside of a class or outside.
  mutating func escapedClass() throws(TextPattern.Unsupported) -> TextPattern.Class {
    let scalar = try scanner.take()
    switch scalar {
    case "d": return .digit
    case "D": return .digit.inverted
    case "w": return .word
    case "W": return .word.inverted
    case "s": return .space
    case "S": return .space.inverted
    case "t": return .single(0x09)
    case "n": return .single(0x0A)
    case "v": return .single(0x0B)
    case "f": return .single(0x0C)
    case "r": return .single(0x0D)
    case "0": return .single(0)
    case "x": return .single(try scanner.hexadecimal(2))
    case "u": return .single(try scanner.unicodeEscape())
    // Back references, and escapes that are not known.
    case _ where scalar.properties.isAlphabetic || ("1"..."9").contains(scalar):
      throw TextPattern.Unsupported()
    default: return .single(scalar.value)
    }
  }
}

nonisolated extension TextPattern.Class {
  /// The scalar, when the class holds one only.
  fileprivate var only: UInt32? {
    guard !isInverted, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}

nonisolated extension TextPattern {
  /// The scalars of a pattern, and how far they have been read.
  nonisolated struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ pattern: String) {
      scalars = Array(pattern.unicodeScalars)
    }

    var isAtEnd: Bool { position == scalars.count }

    /// The scalar that is read next.
    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// The scalar after the next one.
    var afterNext: Unicode.Scalar? { position + 1 < scalars.count ? scalars[position + 1] : nil }

    mutating func take() throws(Unsupported) -> Unicode.Scalar {
      guard let scalar = next else { throw Unsupported() }
      position += 1
      return scalar
    }

    /// Reads a scalar when it comes next.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard next == scalar else { return false }
      position += 1
      return true
    }

    /// Reads something, or nothing when it is not there.
    mutating func attempt<Value>(_ read: (inout Scanner) -> Value?) -> Value? {
      let start = position
      guard let value = read(&self) else {
        position = start
        return nil
      }
      return value
    }

    /// Reads a decimal number; nil when there is none, or too large a one.
    mutating func number() -> Int? {
      var digits = ""
      while let scalar = next, ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        position += 1
      }
      return Int(digits)
    }

    /// Reads a number of so many hexadecimal digits.
    mutating func hexadecimal(_ count: Int) throws(Unsupported) -> UInt32 {
      var digits = ""
      for _ in 0..<count { digits.unicodeScalars.append(try take()) }
      guard let value = UInt32(digits, radix: 16) else { throw Unsupported() }
      return value
    }

    /// Reads what follows `\u`: four hexadecimal digits, or some in braces.
    mutating func unicodeEscape() throws(Unsupported) -> UInt32 {
      guard skip("{") else { return try hexadecimal(4) }
      var digits = ""
      while let scalar = next, scalar != "}", digits.utf8.count < 8 {
        digits.unicodeScalars.append(scalar)
        position += 1
      }
      guard skip("}"), let value = UInt32(digits, radix: 16), value <= 0x10FFFF else {
        throw Unsupported()
      }
      return value
    }
  }
}

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

nonisolated extension TextPattern {
  /// A regular expression, parsed.
  nonisolated indirect enum Tree {
    case empty
    case scalars(Class)
    case assertion(Assertion)
    case sequence([Tree])
    case alternatives([Tree])
    case repetition(Tree, least: Int, most: Int?)
  }
}

nonisolated extension TextPattern {
  /// Thrown at a pattern that is no regular expression, or one beyond what is understood here.
  nonisolated struct Unsupported: Error {}
}
