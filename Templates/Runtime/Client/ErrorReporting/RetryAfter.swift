import Foundation
import HTTPTypes

/// The `Retry-After` header (RFC 9110, section 10.2.3).
nonisolated enum HTTPRetryAfter {
  /// The wait that a response asks for; nil if it asks for none.
  ///
  /// - Parameters:
  ///   - headers: The headers of the response.
  ///   - now: The time that a date is counted from, unless the response has a `Date` header.
  static func duration(_ headers: HTTPFields, now: Date = Date()) -> Duration? {
    guard let text = headers[.retryAfter]?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Int(text) {
      return seconds < 0 ? nil : .seconds(min(seconds, 10_000_000))
    }
    guard let date = HTTPDate.date(from: text) else { return nil }
    let start = headers[.date].flatMap(HTTPDate.date(from:)) ?? now
    return .seconds(max(0, date.timeIntervalSince(start)))
  }
}
