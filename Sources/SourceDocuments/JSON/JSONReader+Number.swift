extension JSONReader {
  /// Reads the number that begins at the position (RFC 8259 §6).
  mutating func readNumber() throws(DiagnosticError) {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    let firstDigit = current
    let wholeDigits = skipDigits()
    guard wholeDigits > 0 else { throw malformedNumber(from: start) }
    if wholeDigits > 1, firstDigit == UInt8(ascii: "0") { throw malformedNumber(from: start) }

    if current == UInt8(ascii: ".") {
      offset += 1
      guard skipDigits() > 0 else { throw malformedNumber(from: start) }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() > 0 else { throw malformedNumber(from: start) }
    }
    guard wordRange().isEmpty else { throw malformedNumber(from: start) }

    let text = TextReference(start: start, length: offset - start, isDecoded: false)
    try builder.add(NodeRecord(kind: .number, extent: extent(from: start), text: text))
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while offset < bytes.count, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") {
      offset += 1
    }
    return offset - start
  }
}
