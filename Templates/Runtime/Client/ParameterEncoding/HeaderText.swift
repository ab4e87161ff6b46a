/// Texts that may stand in a header.
nonisolated enum HTTPHeaderText {
  /// Whether a text has none of the characters that end a header or are forbidden in it: CR, LF, NUL and the other
  /// control characters but the tab (RFC 9110, section 5.5).
  static func isLegal(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// Whether a text can stand in a cookie as it is (RFC 6265, section 4.1.1).
  static func isCookieValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\",;\\".utf8.contains($0) }
  }
}
