import Foundation

/// Instants as RFC 3339 writes them: a reader and a writer that need no formatter, no locale and no lock.
///
/// Read: `date-time` of RFC 3339, section 5.6, with any number of fractional digits, `t` and `z` in lower case, a space
/// instead of the `T`, an offset, with or without its colon, the leap second `:60` (counted as the first second of the next minute); and a bare
/// date, which means midnight UTC. Written: UTC with `Z`, and milliseconds only where they are not zero.
nonisolated enum DateTimeFormat {
  /// The instant that a text means, or nil if it is no date-time.
  static func date(from text: String) -> Date? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = DigitReader(bytes)
      guard let day = reader.calendarDate() else { return nil }
      let midnight = (day.daysSince1970 - CalendarDate.daysTo2001) * 86_400
      if reader.isAtEnd { return Date(timeIntervalSinceReferenceDate: Double(midnight)) }

      guard reader.skip(oneOf: "Tt "),
        let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
        let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
        let second = reader.number(digits: 2), second <= 60
      else { return nil }
      var fraction = 0.0
      if reader.skip(".") {
        guard let value = reader.fraction() else { return nil }
        fraction = value
      }
      guard let offset = reader.offset(), reader.isAtEnd else { return nil }
      let seconds = midnight + hour * 3_600 + minute * 60 + second - offset
      return Date(timeIntervalSinceReferenceDate: Double(seconds) + fraction)
    }
  }

  /// The text of an instant, or nil if it lies outside the years 0 to 9999.
  static func text(for date: Date) -> String? {
    let seconds = date.timeIntervalSinceReferenceDate
    guard abs(seconds) < 400_000_000_000 else { return nil }
    let milliseconds = Int((seconds * 1_000).rounded())
    let (day, inDay) = milliseconds.flooredDivision(by: 86_400_000)
    guard let calendarDate = CalendarDate(daysSince1970: day + CalendarDate.daysTo2001) else { return nil }
    var text = calendarDate.description
    text.reserveCapacity(24)
    text += "T"
    text.appendPadded(inDay / 3_600_000, digits: 2)
    text += ":"
    text.appendPadded(inDay / 60_000 % 60, digits: 2)
    text += ":"
    text.appendPadded(inDay / 1_000 % 60, digits: 2)
    if inDay % 1_000 != 0 {
      text += "."
      text.appendPadded(inDay % 1_000, digits: 3)
    }
    text += "Z"
    return text
  }
}

// MARK: - Coding

nonisolated extension DateTimeFormat {
  /// The instant that a text means.
  ///
  /// - Throws: A decoding error that names the place and does not quote the text.
  static func date(from text: String, at codingPath: [any CodingKey], _ name: String? = nil) throws -> Date {
    if let date = date(from: text) { return date }
    throw expectation.error(at: codingPath + (name.map { [FieldKey($0)] } ?? []))
  }

  /// The text of an instant.
  ///
  /// - Throws: An encoding error that names the place and does not quote the instant.
  static func text(for date: Date, at codingPath: [any CodingKey], _ name: String? = nil) throws -> String {
    if let text = text(for: date) { return text }
    let path = codingPath + (name.map { [FieldKey($0)] } ?? [])
    throw EncodingError.invalidValue(
      "",
      EncodingError.Context(codingPath: path, debugDescription: "RFC 3339 has the years 0 to 9999 only.")
    )
  }

  static let expectation = CodingProblem.Expectation("a date-time such as 2026-03-15T09:30:00Z")
}
