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

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
