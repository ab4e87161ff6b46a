#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The date of today in UTC.
public enum CurrentDate {
  /// As RFC 3339 writes it: `2026-11-23`.
  public static var text: String {
    var now = time(nil)
    var date = tm()
    gmtime_r(&now, &date)
    return "\(date.tm_year + 1900)-\(twoDigits(date.tm_mon + 1))-\(twoDigits(date.tm_mday))"
  }

  private static func twoDigits(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
}
