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
