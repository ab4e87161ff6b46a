/// Percent-encoding of URIs (RFC 3986 §2.1).
enum PercentEncoding {
  /// The text with its escapes decoded. A `%` that begins no escape stands for itself; bytes that are not
  /// UTF-8 become U+FFFD.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let source = Array(text.utf8)
    var result: [UInt8] = []
    var offset = 0
    while offset < source.count {
      if source[offset] == UInt8(ascii: "%"), offset + 2 < source.count,
        let high = hexadecimalDigit(source[offset + 1]), let low = hexadecimalDigit(source[offset + 2])
      {
        result.append(high << 4 | low)
        offset += 3
      } else {
        result.append(source[offset])
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8(truncatingIfNeeded: $0) }
  }
}
