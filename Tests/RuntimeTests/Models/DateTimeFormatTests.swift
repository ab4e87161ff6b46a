import Foundation
import Testing

@testable import ClientRuntime

@Suite("Instants as RFC 3339 text")
struct DateTimeFormatTests {
  @Test(
    "What is read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("1970-01-01", 0),
      ("2026-03-15T09:30:00Z", 1_773_567_000),
      ("2026-03-15t09:30:00z", 1_773_567_000),
      ("2026-03-15 09:30:00Z", 1_773_567_000),
      ("2026-03-15T09:30:00+00:00", 1_773_567_000),
      ("2026-03-15T10:30:00+01:00", 1_773_567_000),
      ("2026-03-15T00:00:00-09:30", 1_773_567_000),
      ("2026-03-15T10:30:00+0100", 1_773_567_000),
      ("2026-03-15T09:30:00-00:00", 1_773_567_000),
      ("2026-03-15T09:30:00.5Z", 1_773_567_000.5),
      ("2026-03-15T09:30:00.123456789012345678901234567890Z", 1_773_567_000.123456789),
      ("2016-12-31T23:59:60Z", 1_483_228_800),
      ("2000-02-29T00:00:00Z", 951_782_400),
      ("1969-12-31T23:59:59.5Z", -0.5),
      ("0000-01-01T00:00:00Z", -62_167_219_200),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
    ]
  )
  func reads(text: String, seconds: Double) throws {
    let date = try #require(DateTimeFormat.date(from: text))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
  }

  @Test(
    "What is refused",
    arguments: [
      "", " ", "Z", "2026", "2026-03", "2026-3-15", "2026-03-15T", "2026-03-15T09", "2026-03-15T09:30",
      "2026-03-15T09:30:00", "2026-03-15T09:30:00.Z", "2026-03-15T24:00:00Z", "2026-03-15T09:60:00Z",
      "2026-03-15T09:30:61Z", "2026-02-29T00:00:00Z", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-01",
      "2026-01-00", "2026-01-32", "2026-03-15T09:30:00+24:00", "2026-03-15T09:30:00+01",
      "2026-03-15T09:30:00+01:60", "2026-03-15T09:30:00ZZ", "2026-03-15T09:30:00Z ", " 2026-03-15",
      "2026-03-15\n",
      "２０２６-03-15", "2026-03-15T09:30:00Ẕ", "-026-03-15", "+2026-03-15", "20260315", "2026-03-15T09:30:0xZ",
      "99999-01-01", "2026/03/15", "2026-03-15T-1:00:00Z", "\u{0}2026-03-15", "2026-03-15\u{0}",
      "2026-03-15T09:30:00,5Z", String(repeating: "9", count: 100_000),
    ]
  )
  func refuses(text: String) {
    #expect(DateTimeFormat.date(from: text) == nil)
  }

  @Test(
    "What is written",
    arguments: [
      (0, "1970-01-01T00:00:00Z"),
      (1_773_567_000, "2026-03-15T09:30:00Z"),
      (1_773_567_000.5, "2026-03-15T09:30:00.500Z"),
      (1_773_567_000.007, "2026-03-15T09:30:00.007Z"),
      (1_773_567_000.999_6, "2026-03-15T09:30:01Z"),
      (-0.5, "1969-12-31T23:59:59.500Z"),
      (-62_167_219_200, "0000-01-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"),
    ]
  )
  func writes(seconds: Double, text: String) {
    #expect(DateTimeFormat.text(for: Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test(
    "Instants that RFC 3339 has no text for",
    arguments: [253_402_300_800, -62_167_219_201, .infinity, -.infinity, .nan, 1e300]
  )
  func cannotWrite(seconds: Double) {
    #expect(DateTimeFormat.text(for: Date(timeIntervalSince1970: seconds)) == nil)
  }

  @Test("Every day of four centuries is read as it was written")
  func everyDay() throws {
    for day in stride(from: -200_000, to: 200_000, by: 17) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 0.25)
      let text = try #require(DateTimeFormat.text(for: date))
      #expect(DateTimeFormat.date(from: text) == date)
    }
  }

  @Test("Agrees with Foundation")
  func agreesWithFoundation() throws {
    for second in stride(from: -2_000_000_000, to: 4_000_000_000, by: 98_765_432) {
      let date = Date(timeIntervalSince1970: Double(second))
      #expect(DateTimeFormat.text(for: date) == date.formatted(.iso8601))
    }
  }
}
