/// Makes foreign text safe to print: a document must not be able to move the cursor, recolor the
/// terminal or reverse the reading order of a message.
public enum TerminalText {
  /// The text with control and bidirectional formatting characters written as `\u{1b}`.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mustEscape) else { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += escaped($1) }
  }

  static func escaped(_ scalar: Unicode.Scalar) -> String {
    mustEscape(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
  }

  /// How many columns a scalar takes in a terminal, after escaping. An approximation: terminals differ.
  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII, scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    if mustEscape(scalar) { return escaped(scalar).utf8.count }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The blocks that are East Asian wide (UAX #11), and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3: true
    case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
    case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
