import ClientRuntime
import Foundation
import Testing

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test func readsAndWrites() throws {
    let date = try #require(CalendarDate("1989-04-11"))
    #expect((date.year, date.month, date.day) == (1_989, 4, 11))
    #expect(date.description == "1989-04-11")
    #expect(CalendarDate("0007-01-02")?.description == "0007-01-02")
  }

  @Test("The date of a date-time counts, whatever its offset")
  func readsDateTimes() {
    #expect(CalendarDate("1989-04-11T00:00:00Z")?.description == "1989-04-11")
    #expect(CalendarDate("1989-04-11T23:30:00.000-11:00")?.description == "1989-04-11")
  }

  @Test(
    "What is refused",
    arguments: [
      "", "1989-4-11", "1989-02-29", "1989-04-11T", "1989-04-11x", "11/04/1989", "1989-04-11T25:00:00Z",
    ]
  )
  func refuses(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func isOrdered() throws {
    let texts = ["2026-01-01", "1989-12-31", "1989-04-11", "1989-04-10", "1990-01-01"]
    let dates = try texts.map { try #require(CalendarDate($0)) }
    #expect(dates.sorted().map(\.description) == texts.sorted())
  }

  @Test func convertsInstants() throws {
    let instant = try #require(Date(parameterText: "2026-03-15T23:30:00Z"))
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let utc = try #require(TimeZone(secondsFromGMT: 0))
    #expect(CalendarDate(instant, in: utc)?.description == "2026-03-15")
    #expect(CalendarDate(instant, in: berlin)?.description == "2026-03-16")
    #expect(CalendarDate(.distantFuture, in: utc) != nil)
    #expect(CalendarDate(Date(timeIntervalSince1970: 1e13), in: utc) == nil)
    #expect(CalendarDate(Date(timeIntervalSince1970: .infinity), in: utc) == nil)
  }

  @Test(
    "The first instant of a day",
    arguments: [
      ("2026-03-15", "Europe/London", "2026-03-15T00:00:00Z"),
      ("2026-07-15", "Europe/London", "2026-07-14T23:00:00Z"),
      // Clocks change on these days: at one, and from midnight to one, so that the day starts at one.
      ("2026-03-29", "Europe/London", "2026-03-29T00:00:00Z"),
      ("2026-10-25", "Europe/London", "2026-10-24T23:00:00Z"),
      ("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"),
      ("2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00Z"),
      ("2018-02-17", "America/Sao_Paulo", "2018-02-17T02:00:00Z"),
      ("2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00Z"),
    ]
  )
  func startsInTimeZones(day: String, zone: String, start: String) throws {
    let timeZone = try #require(TimeZone(identifier: zone))
    let date = try #require(CalendarDate(day))
    #expect(date.date(in: timeZone).parameterText == start)
    #expect(CalendarDate(date.date(in: timeZone), in: timeZone) == date)
  }

  @Test func decodesStrictly() throws {
    #expect(throws: DecodingError.self) {
      try JSONCoding.decode([CalendarDate].self, from: Data(#"["1989-02-30"]"#.utf8))
    }
    let written = try JSONCoding.encode([try #require(CalendarDate("1989-04-11"))])
    #expect(String(decoding: written, as: UTF8.self) == #"["1989-04-11"]"#)
  }
}
