/// How texts are written as JSON strings.
public enum JSONString {
  /// Writes a text with its quotes, escaping what RFC 8259 §7 demands, and the delete character, which Swift source may
  /// not hold either.
  public static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { write($0, to: &bytes) }
  }

  /// Writes a text in UTF-8 with its quotes.
  static func write<Text: RandomAccessCollection<UInt8>>(_ text: Text, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    var rest = text[...]
    while let special = rest.firstIndex(where: mustEscape) {
      bytes.append(contentsOf: rest[..<special])
      writeEscape(of: rest[special], to: &bytes)
      rest = rest[rest.index(after: special)...]
    }
    bytes.append(contentsOf: rest)
    bytes.append(quote)
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"", to: &bytes)
    case UInt8(ascii: "\\"): append("\\\\", to: &bytes)
    case UInt8(ascii: "\n"): append("\\n", to: &bytes)
    case UInt8(ascii: "\r"): append("\\r", to: &bytes)
    case UInt8(ascii: "\t"): append("\\t", to: &bytes)
    case 0x08: append("\\b", to: &bytes)
    case 0x0C: append("\\f", to: &bytes)
    default:
      append(byte < 0x10 ? "\\u000" : "\\u00", to: &bytes)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }

  private static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
