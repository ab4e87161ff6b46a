/// Reads fixed-width numbers from text, as dates are written.
nonisolated struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool {
    position == bytes.count
  }

  /// Skips a character if it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  /// Skips one of several characters if it comes next.
  mutating func skip(oneOf characters: String) -> Bool {
    guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var number = 0
    for index in position..<position + digits {
      guard let digit = Self.digit(bytes[index]) else { return nil }
      number = number * 10 + digit
    }
    position += digits
    return number
  }

  /// The value of the digits behind a decimal point: at least one, and those beyond the fifteenth do not count.
  mutating func fraction() -> Double? {
    var numerator = 0
    var denominator = 1
    let start = position
    while position < bytes.count, let digit = Self.digit(bytes[position]) {
      if position - start < 15 {
        numerator = numerator * 10 + digit
        denominator *= 10
      }
      position += 1
    }
    return position == start ? nil : Double(numerator) / Double(denominator)
  }

  /// An offset from UTC in seconds: `Z`, `±hh:mm`, or `±hhmm`, which many services write.
  mutating func offset() -> Int? {
    if skip(oneOf: "Zz") { return 0 }
    let sign: Int
    if skip("+") {
      sign = 1
    } else if skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2), hours < 24 else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }

  /// A calendar date `yyyy-mm-dd` that exists.
  mutating func calendarDate() -> CalendarDate? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (0x30...0x39).contains(byte) ? Int(byte) - 0x30 : nil
  }
}

nonisolated extension String {
  /// Appends a number, filled with zeros to a width.
  mutating func appendPadded(_ number: Int, digits: Int) {
    let text = String(number)
    for _ in text.utf8.count..<max(digits, text.utf8.count) { append("0") }
    append(text)
  }
}

nonisolated extension Int {
  /// Quotient and remainder of a division that rounds down, so that the remainder is not negative.
  func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
