/// What can be wrong with JSON text, and what to do about it. Each is named after what the reader found.
extension JSONReader {
  /// The letters, digits and signs that begin at the position: what a person would call the word there.
  func wordRange() -> Range<Int> {
    var end = offset
    while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
    return offset..<end
  }

  func unexpectedValue() -> DiagnosticError {
    if let general = generalMistake() { return general }
    let word = wordRange()
    switch current {
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
      return followsComma() ? trailingComma() : mistake("a value is missing here")
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      return malformedNumber(from: offset)
    default:
      break
    }
    guard !word.isEmpty else { return mistake("a value cannot begin with '\(scalar())'") }
    let text = excerpt(word)
    let advice =
      switch text.lowercased() {
      case "true", "false", "null": "write \(text.lowercased()) in lower case"
      case "none", "nil", "undefined": "write null"
      case "nan", "infinity": "JSON has no such number; write null or a string"
      default: "put text in double quotation marks"
      }
    return mistake("'\(text)' is not a JSON value", length: word.count, advice: advice)
  }

  func unexpectedName() -> DiagnosticError {
    if let general = generalMistake() { return general }
    if current == UInt8(ascii: "}"), followsComma() { return trailingComma() }
    let word = wordRange()
    guard !word.isEmpty else { return mistake("a member name is expected here, not '\(scalar())'") }
    return mistake(
      "the member name '\(excerpt(word))' is not in quotation marks",
      length: word.count,
      advice: "put it in double quotation marks"
    )
  }

  func missingColon() -> DiagnosticError {
    generalMistake() ?? mistake("':' is missing between a member name and its value")
  }

  func missingSeparator() -> DiagnosticError {
    if let general = generalMistake() { return general }
    let (name, bracket) = builder.container == .object ? ("object", "}") : ("array", "]")
    // Said where it belongs, which is often the end of the line above.
    return mistake(
      "',' or '\(bracket)' is missing before '\(scalar())'",
      at: precedingOffset() + 1,
      length: 0,
      notes: containerNote(name)
    )
  }

  func contentAfterEnd() -> DiagnosticError {
    generalMistake() ?? mistake("there is more text after the end of the document")
  }

  func malformedNumber(from start: Int) -> DiagnosticError {
    var end = start
    while end < bytes.count, Self.isWordByte(bytes[end]) || bytes[end] == UInt8(ascii: "+") { end += 1 }
    return mistake(
      "'\(excerpt(start..<end))' is not a JSON number",
      at: start,
      length: end - start,
      advice: "write it without a leading '+', '0' or '.', and with digits after '.' and 'e'"
    )
  }

  func unterminatedString(opening: Int) -> DiagnosticError {
    mistake(
      "the string is not closed before the document ends",
      at: opening,
      advice: "close it; where the file was cut off, restore the rest"
    )
  }

  func controlCharacterInString(opening: Int) -> DiagnosticError {
    let byte = bytes[offset]
    let opened = [Diagnostic.Note("the string begins here", at: location(opening))]
    if byte == 0x0A || byte == 0x0D {
      return mistake(
        "the string is not closed before the line ends",
        advice: "close it, or write a line break as \\n",
        notes: opened
      )
    }
    let code = String(byte, radix: 16)
    let escape = "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
    return mistake(
      "a control character stands in a string",
      advice: "write it as \(byte == 0x09 ? "\\t" : escape)",
      notes: opened
    )
  }

  func unknownEscape() -> DiagnosticError {
    mistake(
      "there is no such escape in JSON",
      length: 2,
      advice:
        "escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits; write \\\\ for a backslash"
    )
  }

  func malformedUnicodeEscape() -> DiagnosticError {
    mistake("\\u must be followed by four hexadecimal digits", length: 2)
  }
}

extension JSONReader {
  /// Mistakes that look the same wherever they stand.
  private func generalMistake() -> DiagnosticError? {
    switch current {
    case nil:
      let name = builder.container == .array ? "array" : "object"
      return mistake(
        "the document ends in the middle of its content",
        advice: "close what is open; where the file was cut off, restore the rest",
        notes: containerNote(name)
      )
    case UInt8(ascii: "/"):
      return mistake("JSON has no comments", advice: "remove it")
    case UInt8(ascii: "#"):
      return mistake("JSON has no comments", advice: "remove it, or name the file .yaml")
    case UInt8(ascii: "'"):
      return mistake("JSON strings stand in double quotation marks", advice: "replace ' by \"")
    default:
      return nil
    }
  }

  private func trailingComma() -> DiagnosticError {
    mistake("the last element has a comma after it", at: precedingOffset(), advice: "remove the comma")
  }

  private func followsComma() -> Bool {
    bytes[precedingOffset()] == UInt8(ascii: ",")
  }

  /// The offset of the last byte before the position that is not white space.
  private func precedingOffset() -> Int {
    var index = max(offset - 1, 0)
    while index > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index -= 1 }
    return index
  }

  private func containerNote(_ name: String) -> [Diagnostic.Note] {
    guard let start = builder.containerOffset else { return [] }
    return [Diagnostic.Note("the \(name) begins here", at: location(start))]
  }

  private func mistake(
    _ message: String,
    at start: Int? = nil,
    length: Int = 1,
    advice: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> DiagnosticError {
    let location = location(start ?? offset, length: length)
    return DiagnosticError(
      Diagnostic(.error, code: "json-syntax", message, at: location, advice: advice, notes: notes)
    )
  }

  private func location(_ start: Int, length: Int = 1) -> SourceLocation {
    SourceLocation(file: file, offset: start, length: min(length, bytes.count - start))
  }

  /// The scalar at the position, which is not the end.
  private func scalar() -> String {
    let text = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
    return text.unicodeScalars.first.map(String.init) ?? ""
  }

  private func excerpt(_ range: Range<Int>) -> String {
    let limit = 40
    let text = String(decoding: bytes[range.prefix(limit)], as: UTF8.self)
    return range.count > limit ? text + "…" : text
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: byte >= 0x80
    }
  }
}
