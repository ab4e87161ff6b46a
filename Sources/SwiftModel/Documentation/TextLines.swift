/// Splits texts into lines.
public enum TextLines {
  /// The lines of a text without what ends them, which may be any line break that Unicode knows.
  public static func of(_ text: String) -> [Substring] {
    // Almost every text has line feeds alone, which are found without a look at its characters.
    hasLineFeedsOnly(text)
      ? text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
      : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// Whether no line is ended by VT, FF, CR, NEL, U+2028 or U+2029.
  private static func hasLineFeedsOnly(_ text: String) -> Bool {
    var last: UInt8 = 0
    var beforeLast: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0B...0x0D: return false
      case 0x85 where last == 0xC2: return false
      case 0xA8...0xA9 where last == 0x80 && beforeLast == 0xE2: return false
      default: break
      }
      (beforeLast, last) = (last, byte)
    }
    return true
  }
}
