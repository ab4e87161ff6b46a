import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

@Suite("Headers of a response as values")
struct ResponseHeadersTests {
  private func headers(_ name: String, _ texts: String...) throws -> ResponseHeaders {
    var headers = ResponseHeaders()
    headers.setLines(name, texts)
    return headers
  }

  @Test("Scalars; what is something else is as good as absent")
  func scalars() throws {
    #expect(try headers("X-A", " 12 ").integer("x-a") == 12)
    #expect(try headers("X-A", "twelve").integer("x-a") == nil)
    #expect(try headers("X-A", "1.5").number("X-A") == 1.5)
    #expect(try headers("X-A", "true").boolean("X-A") == true)
    #expect(try headers("X-A", "x").value("X-A", UUID.self) == nil)
    #expect(ResponseHeaders().integer("X-A") == nil && ResponseHeaders().string("not a name") == nil)
  }

  @Test("A header that has to be there is a value, or an error with its name and without its text")
  func required() throws {
    let good = try headers("X-A", "12")
    #expect(try good.required("X-A", good.integer("X-A")) == 12)
    for (headers, message) in [
      (ResponseHeaders(), "X-A: is missing"),
      (try headers("X-A", "hunter2"), "X-A: is not what the description says"),
    ] {
      do {
        _ = try headers.required("X-A", headers.integer("X-A"))
        Issue.record("an error is expected")
      } catch let problem as CodingProblem {
        #expect(problem.description == message)
      }
    }
  }

  @Test("Instants in the format of JSON and in that of HTTP")
  func dates() throws {
    let date = Date(timeIntervalSince1970: 784_111_777)
    #expect(try headers("Date", "Sun, 06 Nov 1994 08:49:37 GMT").date("Date") == date)
    #expect(try headers("Date", "1994-11-06T08:49:37Z").date("Date") == date)
    #expect(try headers("Date", "yesterday").date("Date") == nil)
    var written = ResponseHeaders()
    written.setHTTPDate("Last-Modified", date)
    #expect(written[.lastModified] == "Sun, 06 Nov 1994 08:49:37 GMT")
    written.setDate("X-Until", date)
    #expect(written.string("X-Until") == "1994-11-06T08:49:37Z")
  }

  @Test("Dates of HTTP survive being written and read, on every day of a few years")
  func everyDay() throws {
    for day in stride(from: -1_000, to: 40_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(day * 86_400 + 3_661))
      #expect(HTTPDate.date(from: HTTPDate.text(for: date)) == date)
    }
  }

  @Test("Lists, objects, JSON, and lines that are not joined")
  func parts() throws {
    #expect(try headers("X-A", "1, 2", "3").list("X-A", Int.self) == [1, 2, 3])
    #expect(try headers("X-A", "1,x").list("X-A", Int.self) == nil)
    #expect(try headers("X-A", "a,1,b,2").members("X-A") == ["a": "1", "b": "2"])
    #expect(try headers("X-A", "a=1,b=2").members("X-A", explode: true) == ["a": "1", "b": "2"])
    #expect(try headers("X-A", "a,1,b").members("X-A") == nil)
    #expect(try headers("X-A", "{\"a\":[1]}").json("X-A", JSONValue.self) == ["a": [1]])
    #expect(try headers("X-A", "{").json("X-A", JSONValue.self) == nil)
    let cookies = ["a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT", "b=2"]
    #expect(try headers("Set-Cookie", cookies[0], cookies[1]).lines("Set-Cookie") == cookies)
  }

  @Test("What is set is what is read, and no text ends a header")
  func setting() throws {
    var headers = ResponseHeaders()
    headers.setValue("X-A", 3)
    headers.setList("X-B", ["a", "b"])
    headers.setMembers("X-C", ["b": "2", "a": "1"])
    headers.setJSON("X-D", ["a": 1])
    #expect(headers.integer("X-A") == 3 && headers.list("X-B", String.self) == ["a", "b"])
    #expect(headers.string("X-C") == "a,1,b,2" && headers.string("X-D") == "{\"a\":1}")
    headers.set("X-A", "a\r\nSet-Cookie: b")
    #expect(headers.string("X-A") == nil && headers[.setCookie] == nil)
    headers.merge([.eTag: "x"])
    #expect(headers[.eTag] == "x" && headers.string("X-D") != nil)
  }
}
