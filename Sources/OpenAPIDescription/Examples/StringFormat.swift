import SourceDocuments

extension Schema {
  /// Whether the default, if there is one, is of the format that is named, as far as that can be told.
  public var hasDefaultOfFormat: Bool {
    guard let text = defaultValue?.string, let format = format.flatMap(StringFormat.init) else { return true }
    return format.accepts(text)
  }
}

/// The formats of strings that are checked (JSON Schema Validation 2020-12 §7.3).
enum StringFormat: String {
  case date
  case dateTime = "date-time"
  case uuid
  case ipv4
  case email
  case uri

  /// The format with its article.
  var phrase: String {
    switch self {
    case .date: "a date such as 2024-05-31"
    case .dateTime: "a date and time such as 2024-05-31T09:30:00Z"
    case .uuid: "a UUID"
    case .ipv4: "an IPv4 address"
    case .email: "an email address"
    case .uri: "a URI such as https://example.com/path"
    }
  }

  func accepts(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .date: return Self.isDate(bytes[...])
    case .dateTime: return Self.isDateTime(bytes)
    case .uuid: return Self.isUUID(bytes)
    case .ipv4: return Self.isIPv4(text)
    case .email:
      // Addresses are too free a matter for more (RFC 5321 §4.1.2).
      guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return false }
      return at > 0 && at < bytes.count - 1
    // Relative references are let pass, since services document them so, and so are letters beyond ASCII (RFC 3987).
    case .uri: return !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && !Self.neverInURIs.contains($0) }
    }
  }

  /// What is in no URI as it is (RFC 3986 §2).
  private static let neverInURIs = Set(#"<>"{}|\^`"#.utf8)

  /// A full date (RFC 3339 §5.6).
  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return false
    }
    guard number(bytes[0..<4]) != nil, let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
    else {
      return false
    }
    return (1...12).contains(month) && (1...31).contains(day)
  }

  /// A date and time (RFC 3339 §5.6). A date alone is let pass, since services document it so.
  private static func isDateTime(_ bytes: [UInt8]) -> Bool {
    guard isDate(bytes.prefix(10)) else { return false }
    guard bytes.count > 10 else { return true }
    guard bytes.count >= 19, [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10])
    else {
      return false
    }
    guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":") else { return false }
    guard let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19])
    else { return false }
    return hour < 24 && minute < 60 && second <= 60 && isOffset(afterFraction(bytes[19...]))
  }

  private static func afterFraction(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.first == UInt8(ascii: ".") else { return bytes }
    return bytes.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The offset from UTC, without which a time is none of any place (RFC 3339 §4.4). The colon may be missing, as
  /// services document it so.
  private static func isOffset(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.count == 1 { return bytes.first == UInt8(ascii: "Z") || bytes.first == UInt8(ascii: "z") }
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    return (digits.count == 4 || digits.count == 2) && number(digits[...]) != nil
  }

  private static func isUUID(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 36 else { return false }
    return bytes.indices.allSatisfy { index in
      switch index {
      case 8, 13, 18, 23: bytes[index] == UInt8(ascii: "-")
      default: Unicode.Scalar(bytes[index]).properties.isASCIIHexDigit
      }
    }
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.count <= 3 && number(Array(part.utf8)[...]).map { $0 <= 255 } ?? false
      }
  }

  /// The value of decimal digits; nil when there is none, or anything else among them.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
