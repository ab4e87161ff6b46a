/// The formats of texts that are checked (JSON Schema Validation 2020-12, section 7.3). Dates, UUIDs, URLs and bytes have
/// types of their own, which read nothing else.
nonisolated enum TextFormat: String {
  case email
  case ipv4
  case ipv6
  case time
  case duration
  case decimal

  func accepts(_ text: String) -> Bool {
    switch self {
    case .email: Self.isEmail(text)
    case .ipv4: Self.isIPv4(text)
    case .ipv6: Self.isIPv6(text)
    case .time: Self.isTime(Array(text.utf8))
    case .duration: Self.isDuration(Array(text.utf8))
    case .decimal: Self.isDecimal(text)
    }
  }

  /// Addresses are too free a matter for more than this (RFC 5321, section 4.1.2).
  private static func isEmail(_ text: String) -> Bool {
    guard let mark = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    return mark > text.utf8.startIndex && text.utf8.index(after: mark) < text.utf8.endIndex
      && !text.utf8.contains { $0 < 0x20 }
  }

  /// A number as JSON writes it, without an exponent.
  private static func isDecimal(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && isDigits($0) }
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.count <= 3 && isDigits(part) && Int(part).map { $0 <= 255 } ?? false
      }
  }

  /// Eight groups, or fewer with one `::`; the last two may be written as an IPv4 address (RFC 4291, section 2.2).
  private static func isIPv6(_ text: String) -> Bool {
    guard text.utf8.count <= 45 else { return false }
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    var groups = 0
    var gaps = 0
    for (index, part) in halves.enumerated() {
      if part.isEmpty {
        let isEdge = index == 0 || index == halves.count - 1
        if isEdge {
          let neighbour = index == 0 ? 1 : halves.count - 2
          guard halves.count > 2, halves[neighbour].isEmpty else { return false }
        } else {
          gaps += 1
        }
      } else if index == halves.count - 1, part.contains(".") {
        guard isIPv4(String(part)) else { return false }
        groups += 2
      } else {
        guard part.utf8.count <= 4, part.utf8.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
        else { return false }
        groups += 1
      }
    }
    return gaps == 0 ? groups == 8 : gaps == 1 && groups < 8
  }

  /// A full time, with its offset (RFC 3339, section 5.6).
  private static func isTime(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 9, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"),
      let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]), let second = number(bytes[6..<8]),
      hour < 24, minute < 60, second <= 60
    else { return false }
    var rest = bytes[8...]
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { isDigit($0) }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count + 1)
    }
    if rest.elementsEqual([UInt8(ascii: "Z")]) || rest.elementsEqual([UInt8(ascii: "z")]) { return true }
    let offset = Array(rest)
    guard offset.count == 6, offset[0] == UInt8(ascii: "+") || offset[0] == UInt8(ascii: "-"),
      offset[3] == UInt8(ascii: ":"), let hours = number(offset[1..<3]), let minutes = number(offset[4..<6])
    else { return false }
    return hours < 24 && minutes < 60
  }

  /// `P3Y6M4DT12H30M5S` or `P2W`, with a fraction in the last number (ISO 8601-1, section 5.5.2).
  private static func isDuration(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "P"), bytes.count > 2 else { return false }
    var units = Array("YMWD".utf8)[...]
    var isInTime = false
    var digits = 0
    var hasFraction = false
    for byte in bytes.dropFirst() {
      if isDigit(byte) {
        digits += 1
      } else if byte == UInt8(ascii: "."), digits > 0, !hasFraction {
        hasFraction = true
        digits = 0
      } else if byte == UInt8(ascii: "T"), !isInTime, digits == 0, !hasFraction {
        isInTime = true
        units = Array("HMS".utf8)[...]
      } else {
        guard digits > 0, let index = units.firstIndex(of: byte) else { return false }
        units = hasFraction ? [] : units[(index + 1)...]
        digits = 0
      }
    }
    return digits == 0 && bytes.last != UInt8(ascii: "T") && bytes.last.map { !isDigit($0) } ?? false
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ isDigit($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isDigit($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
