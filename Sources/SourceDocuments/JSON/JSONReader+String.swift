extension JSONReader {
  /// Reads the string whose opening quotation mark stands at the position (RFC 8259 §7).
  mutating func readString() throws(DiagnosticError) -> TextReference {
    let opening = offset
    offset += 1
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return TextReference(start: start, length: offset - 1 - start, isDecoded: false)
      case UInt8(ascii: "\\"):
        return try decodeString(from: start, opening: opening)
      case 0..<0x20:
        throw controlCharacterInString(opening: opening)
      default:
        offset += 1
      }
    }
    throw unterminatedString(opening: opening)
  }

  /// Reads on from the first escape of a string into the buffer of decoded text.
  private mutating func decodeString(from start: Int, opening: Int) throws(DiagnosticError) -> TextReference {
    let decodedStart = builder.decoded.count
    builder.appendDecoded(bytes[start..<offset])
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        let length = builder.decoded.count - decodedStart
        return TextReference(start: decodedStart, length: length, isDecoded: true)
      case UInt8(ascii: "\\"):
        try decodeEscape(opening: opening)
      case 0..<0x20:
        throw controlCharacterInString(opening: opening)
      default:
        builder.appendDecoded(byte)
        offset += 1
      }
    }
    throw unterminatedString(opening: opening)
  }

  private mutating func decodeEscape(opening: Int) throws(DiagnosticError) {
    guard offset + 1 < bytes.count else { throw unterminatedString(opening: opening) }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): builder.appendDecoded(bytes[offset + 1])
    case UInt8(ascii: "b"): builder.appendDecoded(0x08)
    case UInt8(ascii: "f"): builder.appendDecoded(0x0C)
    case UInt8(ascii: "n"): builder.appendDecoded(0x0A)
    case UInt8(ascii: "r"): builder.appendDecoded(0x0D)
    case UInt8(ascii: "t"): builder.appendDecoded(0x09)
    case UInt8(ascii: "u"):
      try decodeUnicodeEscape()
      return
    default: throw unknownEscape()
    }
    offset += 2
  }

  /// Decodes `\uXXXX`, together with the low surrogate that follows a high one.
  private mutating func decodeUnicodeEscape() throws(DiagnosticError) {
    guard let first = hexadecimalUnit(at: offset) else { throw malformedUnicodeEscape() }
    offset += 6
    var value = UInt32(first)
    if UTF16.isLeadSurrogate(first), let second = hexadecimalUnit(at: offset), UTF16.isTrailSurrogate(second)
    {
      offset += 6
      value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    // Only a lone surrogate is not a scalar.
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    builder.appendDecoded(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The code unit of the `\uXXXX` that stands at an offset; nil when none does.
  private func hexadecimalUnit(at start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(start + 2)..<(start + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
