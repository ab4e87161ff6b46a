/// The YAML core schema: which plain scalars are something other than a string (YAML 1.2.2 §10.3.2).
///
/// `yes`, `no`, `on` and `off` are strings, and `012` is the integer 12, as in all of YAML 1.2.
enum CoreSchema {
  /// The kind of a plain scalar.
  static func kind(of text: [UInt8]) -> SourceNode.Kind {
    if isNull(text) { return .null }
    if boolean(text) != nil { return .boolean }
    return isInteger(text) || isFloat(text) ? .number : .string
  }

  static func isNull(_ text: [UInt8]) -> Bool {
    text.isEmpty || matches(text, "~", "null", "Null", "NULL")
  }

  static func boolean(_ text: [UInt8]) -> Bool? {
    if matches(text, "true", "True", "TRUE") { return true }
    return matches(text, "false", "False", "FALSE") ? false : nil
  }

  static func isInteger(_ text: [UInt8]) -> Bool {
    if text.starts(with: "0x".utf8) {
      return text.count > 2 && text.dropFirst(2).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
    if text.starts(with: "0o".utf8) {
      return text.count > 2 && text.dropFirst(2).allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "7") ~= $0 }
    }
    let digits = withoutSign(text)
    return !digits.isEmpty && digits.allSatisfy(isDigit)
  }

  static func isFloat(_ text: [UInt8]) -> Bool {
    if matches(text, ".nan", ".NaN", ".NAN") { return true }
    var rest = withoutSign(text)
    if matches(rest, ".inf", ".Inf", ".INF") { return true }

    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !whole.isEmpty || !fraction.isEmpty else { return false }
      rest = rest.dropFirst(1 + fraction.count)
    } else if whole.isEmpty {
      return false
    }
    guard let mark = rest.first else { return true }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    let exponent = withoutSign(rest.dropFirst())
    return !exponent.isEmpty && exponent.allSatisfy(isDigit)
  }

  private static func withoutSign(_ text: some Collection<UInt8>) -> ArraySlice<UInt8> {
    let text = ArraySlice(text)
    return text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func matches(_ text: some Collection<UInt8>, _ words: StaticString...) -> Bool {
    words.contains { word in
      text.count == word.utf8CodeUnitCount
        && word.withUTF8Buffer { text.elementsEqual($0) }
    }
  }
}
