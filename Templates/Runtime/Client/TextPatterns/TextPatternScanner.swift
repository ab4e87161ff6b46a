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
