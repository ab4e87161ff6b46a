/// Checks JSON text (RFC 8259) and divides it into its values, without recursion.
nonisolated struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var values: [JSONDocument.Value] = []
  /// The places of the arrays and objects around the current position.
  private var open: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func parse() throws -> [JSONDocument.Value] {
    guard bytes.count < Int(UInt32.max) else { throw problem("text of less than 4 GB") }
    values.reserveCapacity(bytes.count / 10 + 1)
    // RFC 8259 §8.1 lets a reader ignore a byte order mark.
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    while try parseStart() {}
    skipBlanks()
    guard position == bytes.count else { throw problem("the end of the text") }
    return values
  }

  // MARK: - Structure

  /// Reads a value, of an array or object only its start, and ends what ends behind it.
  ///
  /// - Returns: Whether another value has to follow.
  private mutating func parseStart() throws -> Bool {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "\""): try parseString()
    case UInt8(ascii: "{"):
      try enter(.object)
      if peek != UInt8(ascii: "}") {
        try parseName()
        return true
      }
    case UInt8(ascii: "["):
      try enter(.array)
      if peek != UInt8(ascii: "]") { return true }
    case UInt8(ascii: "t"): try parseWord("true", .boolean, true)
    case UInt8(ascii: "f"): try parseWord("false", .boolean, false)
    case UInt8(ascii: "n"): try parseWord("null", .null, false)
    default: try parseNumber()
    }
    return try parseEnd()
  }

  private mutating func parseEnd() throws -> Bool {
    while let container = open.last {
      skipBlanks()
      let isObject = values[container].kind == .object
      switch peek {
      case UInt8(ascii: ","):
        position += 1
        if isObject { try parseName() }
        return true
      case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
        position += 1
        open.removeLast()
        values[container].end = UInt32(position)
        values[container].next = UInt32(values.count)
      default: throw problem(isObject ? "',' or '}'" : "',' or ']'")
      }
    }
    return false
  }

  private mutating func enter(_ kind: JSONDocument.Kind) throws {
    guard open.count < JSONDocument.depthLimit else { throw problem("less deep nesting") }
    open.append(values.count)
    add(kind, position, position)
    position += 1
    skipBlanks()
  }

  private mutating func parseName() throws {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw problem("the name of a member") }
    try parseString()
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw problem("':'") }
    position += 1
  }

  private mutating func add(_ kind: JSONDocument.Kind, _ start: Int, _ end: Int, flag: Bool = false) {
    values.append(
      JSONDocument.Value(
        kind: kind,
        flag: flag,
        start: UInt32(start),
        end: UInt32(end),
        next: UInt32(values.count + 1)
      )
    )
  }

  // MARK: - Scalars

  private mutating func parseWord(_ word: StaticString, _ kind: JSONDocument.Kind, _ flag: Bool) throws {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { throw problem("a value") }
    for offset in 0..<length where bytes[position + offset] != word.utf8Start[offset] {
      throw problem("a value")
    }
    add(kind, position, position + length, flag: flag)
    position += length
  }

  private mutating func parseNumber() throws {
    let start = position
    var isWhole = true
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    if peek == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try skipDigits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
    add(.number, start, position, flag: !isWhole)
  }

  private mutating func skipDigits() throws {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    if position == start { throw problem(start == 0 ? "a value" : "a digit or a value") }
  }

  private mutating func parseString() throws {
    position += 1
    let start = position
    var hasEscapes = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        add(.string, start, position, flag: hasEscapes)
        position += 1
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case 0..<0x20: throw problem("an escape in place of a control character")
      case 0x20..<0x80: position += 1
      default: try skipScalar(byte)
      }
    }
    throw problem("the end of a string")
  }

  private mutating func skipEscape() throws {
    position += 1
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      let first = try codeUnit()
      if first & 0xFC00 == 0xD800 {
        guard peek == UInt8(ascii: "\\") else { throw problem("the second half of a surrogate pair") }
        position += 1
        guard peek == UInt8(ascii: "u"), try codeUnit() & 0xFC00 == 0xDC00 else {
          throw problem("the second half of a surrogate pair")
        }
      } else if first & 0xFC00 == 0xDC00 {
        throw problem("the first half of a surrogate pair")
      }
    default: throw problem("an escape of JSON")
    }
  }

  /// The number behind `u`, on which the position stands.
  private mutating func codeUnit() throws -> UInt32 {
    guard position + 4 < bytes.count else { throw problem("four hexadecimal digits") }
    var value: UInt32 = 0
    for offset in 1...4 {
      guard let digit = JSONStringEscapes.hexadecimalDigit(bytes[position + offset]) else {
        throw problem("four hexadecimal digits")
      }
      value = value << 4 | digit
    }
    position += 5
    return value
  }

  /// Skips a character of several bytes (Unicode, table 3-7).
  private mutating func skipScalar(_ first: UInt8) throws {
    let bounds: (second: ClosedRange<UInt8>, count: Int)
    switch first {
    case 0xC2...0xDF: bounds = (0x80...0xBF, 2)
    case 0xE0: bounds = (0xA0...0xBF, 3)
    case 0xE1...0xEC, 0xEE, 0xEF: bounds = (0x80...0xBF, 3)
    case 0xED: bounds = (0x80...0x9F, 3)
    case 0xF0: bounds = (0x90...0xBF, 4)
    case 0xF1...0xF3: bounds = (0x80...0xBF, 4)
    case 0xF4: bounds = (0x80...0x8F, 4)
    default: throw problem("UTF-8")
    }
    guard position + bounds.count <= bytes.count, bounds.second.contains(bytes[position + 1]) else {
      throw problem("UTF-8")
    }
    for offset in 2..<max(bounds.count, 2) where bytes[position + offset] & 0xC0 != 0x80 {
      throw problem("UTF-8")
    }
    position += bounds.count
  }

  // MARK: - Bytes

  /// The current byte; zero, which JSON has nowhere, at the end.
  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private func problem(_ expected: String) -> any Error {
    DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: [],
        debugDescription: "The text is not valid JSON: expected \(expected) at byte \(position)."
      )
    )
  }
}

/// The escapes in the strings of JSON.
nonisolated enum JSONStringEscapes {
  /// The text that checked content of a string stands for.
  static func resolved(_ content: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var position = content.startIndex
    while position < content.endIndex {
      let byte = content[position]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        position += 1
        continue
      }
      let escape = content[position + 1]
      position += 2
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"): append(scalar(content, &position), to: &result)
      default: result.append(escape)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(_ content: ArraySlice<UInt8>, _ position: inout Int) -> UInt32 {
    let first = codeUnit(content, position)
    position += 4
    guard first & 0xFC00 == 0xD800 else { return first }
    let second = codeUnit(content, position + 2)
    position += 6
    return 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
  }

  private static func codeUnit(_ content: ArraySlice<UInt8>, _ start: Int) -> UInt32 {
    var value: UInt32 = 0
    for byte in content[start..<start + 4] { value = value << 4 | (hexadecimalDigit(byte) ?? 0) }
    return value
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
