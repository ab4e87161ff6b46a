import Foundation

/// The date of today in UTC.
public enum CurrentDate {
  /// As RFC 3339 writes it: `2026-11-23`.
  public static var text: String {
    String(Date.now.formatted(.iso8601).prefix(10))
  }
}
