public import Foundation

/// A day of the calendar, such as a date of birth: not an instant, and the same in every time zone.
///
/// Written `yyyy-MM-dd` (RFC 3339, `full-date`). A text with a time behind the date is read too, and its time ignored,
/// since some APIs send a date-time where they mean a date.
public nonisolated struct CalendarDate: Hashable, Sendable {
  /// 0 to 9999, in the Gregorian calendar extended to all years.
  public let year: Int

  /// 1 to 12.
  public let month: Int

  /// 1 to 31.
  public let day: Int

  /// A day, or nil if the calendar does not have it.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: - Text

nonisolated extension CalendarDate: LosslessStringConvertible {
  /// Reads `yyyy-MM-dd`, or the date part of a date-time; nil for anything else.
  public init?(_ description: String) {
    var text = description
    let date = text.withUTF8 { bytes -> CalendarDate? in
      var reader = DigitReader(bytes)
      guard let date = reader.calendarDate() else { return nil }
      return reader.isAtEnd || DateTimeFormat.date(from: description) != nil ? date : nil
    }
    guard let date else { return nil }
    self = date
  }

  /// The date as `yyyy-MM-dd`.
  public var description: String {
    var text = ""
    text.appendPadded(year, digits: 4)
    text += "-"
    text.appendPadded(month, digits: 2)
    text += "-"
    text.appendPadded(day, digits: 2)
    return text
  }
}

nonisolated extension CalendarDate: Codable {
  public init(from decoder: any Decoder) throws {
    guard let date = CalendarDate(try decoder.singleValueContainer().decode(String.self)) else {
      throw Self.expectation.error(at: decoder.codingPath)
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  static let expectation = CodingProblem.Expectation("a date such as 2026-03-15")
}

// MARK: - Order

nonisolated extension CalendarDate: Comparable {
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

// MARK: - Instants

nonisolated extension CalendarDate {
  /// The day that an instant falls on in a time zone, or nil outside the years 0 to 9999.
  public init?(_ date: Date, in timeZone: TimeZone) {
    let seconds = (date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))).rounded(.down)
    guard abs(seconds) < 400_000_000_000 else { return nil }
    self.init(daysSince1970: Int(seconds).flooredDivision(by: 86_400).quotient)
  }

  /// The first instant of the day in a time zone: midnight, or what comes in its place where clocks skip it.
  public func date(in timeZone: TimeZone) -> Date {
    let midnight = Double(daysSince1970) * 86_400
    func offset(_ seconds: Double) -> Double {
      Double(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
    }
    let offsetBefore = offset(midnight - 86_400)
    let offsetAfter = offset(midnight + 86_400)
    let start = midnight - offsetBefore
    let isOutdated = offset(start) != offsetBefore && offset(midnight - offsetAfter) == offsetAfter
    return Date(timeIntervalSince1970: isOutdated ? midnight - offsetAfter : start)
  }
}

// MARK: - Day numbers

nonisolated extension CalendarDate {
  /// The days from 1970-01-01 to 2001-01-01, where Foundation counts from.
  static let daysTo2001 = 11_323

  /// The days since 1970-01-01. Years are counted from March, so that the leap day is the last of its year.
  var daysSince1970: Int {
    let marchYear = month > 2 ? year : year - 1
    let (era, yearOfEra) = marchYear.flooredDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days after 1970-01-01, or nil outside the years 0 to 9999.
  init?(daysSince1970: Int) {
    let (era, dayOfEra) = (daysSince1970 + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}

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

/// Dates as HTTP headers have them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
nonisolated enum HTTPDate {
  /// The instant that a text means, or nil if it is no date in the format that servers must send.
  static func date(from text: String) -> Date? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", words[0].hasSuffix(","),
      let day = Int(words[1]),
      let month = months.firstIndex(of: String(words[2])),
      let year = Int(words[3]),
      let date = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    return DateTimeFormat.date(from: "\(date)T\(words[4])Z")
  }

  /// The text for an instant, to the second.
  static func text(for date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let (days, second) = (floorDivided(seconds, 86_400), modulo(seconds, 86_400))
    let day = civil(days)
    let weekday = weekdays[modulo(days + 4, 7)]
    let time = [second / 3_600, second / 60 % 60, second % 60].map(padded).joined(separator: ":")
    return "\(weekday), \(padded(day.day)) \(months[day.month - 1]) \(day.year) \(time) GMT"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func floorDivided(_ number: Int, _ divisor: Int) -> Int {
    (number - modulo(number, divisor)) / divisor
  }

  private static func modulo(_ number: Int, _ divisor: Int) -> Int {
    ((number % divisor) + divisor) % divisor
  }

  /// The date in the Gregorian calendar, days after 1 January 1970 (Howard Hinnant, “chrono-Compatible Low-Level
  /// Date Algorithms”).
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = floorDivided(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
