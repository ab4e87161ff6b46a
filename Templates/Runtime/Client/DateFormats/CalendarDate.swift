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
