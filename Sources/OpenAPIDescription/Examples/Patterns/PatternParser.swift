/// Parses the part of ECMA-262's regular expressions (§22.2.1) that finite automata can decide.
///
/// Look-around, back references and classes by Unicode property are not part of it: a pattern with one of
/// these is not parsed, and what it would say remains unknown.
struct PatternParser {
  private struct Unsupported: Error {}

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  static func parse(_ pattern: String) -> PatternTree? {
    var parser = PatternParser(pattern)
    do {
      let tree = try parser.alternatives()
      return parser.position == parser.scalars.count ? tree : nil
    } catch {
      return nil
    }
  }

  private init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  private var next: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func take() throws(Unsupported) -> Unicode.Scalar {
    guard position < scalars.count else { throw Unsupported() }
    position += 1
    return scalars[position - 1]
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func alternatives() throws(Unsupported) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw Unsupported() }
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(Unsupported) -> PatternTree {
    var terms: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      terms.append(try quantified(term()))
    }
    return .sequence(terms)
  }

  private mutating func term() throws(Unsupported) -> PatternTree {
    let scalar = try take()
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

  private mutating func group() throws(Unsupported) -> PatternTree {
    if skip("?") {
      switch try take() {
      case ":": break
      case "<":
        guard let first = next, first != "=", first != "!" else { throw Unsupported() }
        while try take() != ">" {}
      default: throw Unsupported()
      }
    }
    let tree = try alternatives()
    guard skip(")") else { throw Unsupported() }
    return tree
  }

  private mutating func quantified(_ tree: PatternTree) throws(Unsupported) -> PatternTree {
    let least: Int
    var most: Int?
    if skip("*") {
      least = 0
    } else if skip("+") {
      least = 1
    } else if skip("?") {
      (least, most) = (0, 1)
    } else if next == "{", let bounds = bounds() {
      (least, most) = bounds
    } else {
      return tree
    }
    // Whether a quantifier is lazy does not change what matches.
    _ = skip("?")
    if let most, most < least { throw Unsupported() }
    return .repetition(tree, least: least, most: most)
  }

  /// Reads `{2}`, `{2,}` or `{2,5}`. Anything else in braces stands for itself.
  private mutating func bounds() -> (Int, Int?)? {
    let start = position
    position += 1
    if let least = number() {
      if skip("}") { return (least, least) }
      if skip(",") {
        if skip("}") { return (least, nil) }
        if let most = number(), skip("}") { return (least, most) }
      }
    }
    position = start
    return nil
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    return Int(digits)
  }

  private mutating func escape() throws(Unsupported) -> PatternTree {
    switch next {
    case "b"?:
      position += 1
      return .assertion(.wordBoundary)
    case "B"?:
      position += 1
      return .assertion(.noWordBoundary)
    default:
      return .scalars(try escapedClass())
    }
  }

  /// What follows a backslash, inside of a class or outside.
  private mutating func escapedClass() throws(Unsupported) -> PatternClass {
    let scalar = try take()
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
    case "x": return .single(try hexadecimal(2))
    case "u": return .single(try unicodeEscape())
    case _ where scalar.properties.isAlphabetic || ("1"..."9").contains(scalar): throw Unsupported()
    default: return .single(scalar.value)
    }
  }

  private mutating func unicodeEscape() throws(Unsupported) -> UInt32 {
    guard skip("{") else { return try hexadecimal(4) }
    var digits = ""
    while let scalar = next, scalar != "}", digits.utf8.count < 8 {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard skip("}"), let value = UInt32(digits, radix: 16), value <= 0x10FFFF else { throw Unsupported() }
    return value
  }

  private mutating func hexadecimal(_ count: Int) throws(Unsupported) -> UInt32 {
    var digits = ""
    for _ in 0..<count { digits.unicodeScalars.append(try take()) }
    guard let value = UInt32(digits, radix: 16) else { throw Unsupported() }
    return value
  }

  private mutating func characterClass() throws(Unsupported) -> PatternClass {
    let isInverted = skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    while !skip("]") {
      let first = try classAtom()
      // A hyphen at the end of a class, or beside one such as `\d`, stands for itself.
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]", let low = first.only
      else {
        ranges += first.expanded
        continue
      }
      position += 1
      let last = try classAtom()
      guard let high = last.only else {
        ranges += first.expanded + PatternClass.single(UInt32(UInt8(ascii: "-"))).ranges + last.expanded
        continue
      }
      guard low <= high else { throw Unsupported() }
      ranges.append(low...high)
    }
    return PatternClass(ranges: ranges, isInverted: isInverted)
  }

  private mutating func classAtom() throws(Unsupported) -> PatternClass {
    let scalar = try take()
    guard scalar == "\\" else { return .single(scalar.value) }
    if skip("b") { return .single(0x08) }
    return try escapedClass()
  }

  private static let depthLimit = 40
}

extension PatternClass {
  /// The scalar, when the class holds one only.
  fileprivate var only: UInt32? {
    guard !isInverted, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
