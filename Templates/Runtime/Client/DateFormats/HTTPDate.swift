import Foundation

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
