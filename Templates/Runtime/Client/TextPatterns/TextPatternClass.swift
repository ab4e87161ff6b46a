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
