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
