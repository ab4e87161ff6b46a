import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

/// Texts of pieces that have a meaning somewhere, the same in every run.
nonisolated struct HostileTexts: Sequence, IteratorProtocol {
  private var state: UInt64
  private var left: Int

  private static let pieces = [
    "/", "\\", ".", "..", "%", "%2", "%2F", "%2e", "%00", "%ff", "%C3", "?", "&", "=", "+", ";", ",", "|",
    "[", "]", "{",
    "}", "\"", "'", ":", "-", "--", "\r\n", "\r\n\r\n", "\n", "\u{0}", "é", "e\u{301}", "😀", "0", "1", "9",
    "99999999999999999999",
    "T", "Z", "2026-03-15", "09:30:00", "GMT", "null", "true", "patient_id", "message_type", "sms", "--x",
    "--x--", "name=",
    "Content-Disposition: form-data; ", " ", "\t", "v1", "messages", "episodes", "send", "status",
    "page_index", "-",
  ]

  init(seed: UInt64, count: Int) {
    state = seed
    left = count
  }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return (0..<random(12)).map { _ in Self.pieces[random(Self.pieces.count)] }.joined()
  }
}

@Suite("Hostile texts")
struct HostileInputTests {
  @Test("Readers of dates, numbers and escapes refuse or read; what they read is written back the same")
  func readers() throws {
    for text in HostileTexts(seed: 1, count: 4_000) {
      if let date = DateTimeFormat.date(from: text) {
        let written = try #require(DateTimeFormat.text(for: date))
        #expect(DateTimeFormat.date(from: written) != nil)
      }
      if let day = CalendarDate(text) { #expect(text.hasPrefix(day.description)) }
      _ = HTTPDate.date(from: text)
      if let decoded = PercentEncoding.decode(text[...]) {
        #expect(PercentEncoding.decode(PercentEncoding.encode(decoded)[...]) == decoded)
      }
      _ = HTTPRetryAfter.duration([.retryAfter: text])
      _ = APIServer(text).url
      _ = HTTPMediaType.essence(text)
    }
  }

  @Test("No request makes the router fail")
  func router() async throws {
    let router = HeroHealthRouter(messages: MessagesStub(), basePaths: ["/v1"])
    for (number, text) in HostileTexts(seed: 2, count: 800).enumerated() {
      var request = HTTPRequest(
        method: number.isMultiple(of: 2) ? .get : .post,
        scheme: nil,
        authority: nil,
        path: number.isMultiple(of: 3) ? "/v1/episodes?" + text : "/v1/messages/" + text
      )
      request.headerFields[.cookie] = text
      request.headerFields[.authorization] = "Bearer " + text
      request.headerFields[.contentType] = number.isMultiple(of: 5) ? text : "application/json"
      request.headerFields[.contentLength] = text
      let (response, _) = await router.respond(to: request, body: .data(Data(text.utf8)))
      #expect(response.status.code < 500 || response.status == .notImplemented)
    }
  }

  @Test("No form and no parts make a server fail")
  func bodies() async throws {
    nonisolated struct Readings: RouteGroup {
      static let routes = [
        Route("form", .post, "/form"), Route("parts", .post, "/parts"), Route("query", .post, "/query"),
      ]

      func respond(to request: ServerRequest) async throws -> ServerResponse {
        switch request.route.operationID {
        case "form": _ = try await request.form(SendMessageRequest.self)
        case "parts": _ = try await request.multipart()
        default: _ = try request.query("patient_id", object: SendMessageRequest.self, .deepObject)
        }
        return .empty(.noContent)
      }
    }
    let router = Router([Readings()])
    let types = ["/form": "application/x-www-form-urlencoded", "/parts": "multipart/form-data; boundary=x"]
    for text in HostileTexts(seed: 3, count: 800) {
      for path in ["/form", "/parts", "/query?patient_id[" + text] {
        let request = HTTPRequest(
          method: .post,
          scheme: nil,
          authority: nil,
          path: path,
          headerFields: types[path].map { [.contentType: $0] } ?? [:]
        )
        let (response, _) = await router.respond(to: request, body: .data(Data(("--x\r\n" + text).utf8)))
        #expect(response.status.code < 500)
      }
    }
  }

  @Test("Whatever a value is, a path with it has as many segments as its template")
  func paths() throws {
    for text in HostileTexts(seed: 4, count: 4_000) {
      guard let path = try? MessagesEndpoint.getMessageStatus(id: text).path else { continue }
      let segments = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(segments.count == 5 && segments[4] == "status" && segments[3] != "." && segments[3] != "..")
      #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !path.contains("?") && !path.contains("#"))
    }
  }

  @Test("No JSON makes a reader fail, and no error quotes it")
  func json() {
    for text in HostileTexts(seed: 5, count: 800) {
      let found = problem(
        SentMessage.self,
        #"{"message_id":"\#(text)hunter2","count":\#(text)}"#,
        strict: true
      )
      #expect(!found.contains("hunter2"))
    }
  }
}
