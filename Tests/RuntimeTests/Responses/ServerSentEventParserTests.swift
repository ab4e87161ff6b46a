import Foundation
import Testing

@testable import ClientRuntime

/// The rules of WHATWG HTML, section 9.2.6.
@Suite("Events of a stream")
struct ServerSentEventParserTests {
  private func events(_ bytes: [UInt8], by size: Int = .max) throws -> [ServerSentEvent] {
    var parser = ServerSentEventParser()
    var events: [ServerSentEvent] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      events += try parser.events(in: Data(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return events
  }

  private func events(_ text: String) throws -> [ServerSentEvent] {
    try events(Array(text.utf8))
  }

  @Test("Fields, with and without a space behind the colon, and without a colon")
  func fields() throws {
    #expect(
      try events("event: add\ndata:1\nid: 7\nretry: 100\n\n")
        == [ServerSentEvent(event: "add", data: "1", id: "7", retry: 100)]
    )
    #expect(try events("data:  x \n\n") == [ServerSentEvent(data: " x ")])
    #expect(try events("data\n\n") == [ServerSentEvent(data: "")])
    #expect(try events("data: a:b\nother: c\n\n") == [ServerSentEvent(data: "a:b")])
  }

  @Test("Lines of data are joined; comments and events without data are none; the last one must be complete")
  func data() throws {
    #expect(try events("data: a\ndata\ndata: b\n\n") == [ServerSentEvent(data: "a\n\nb")])
    #expect(try events(": hello\n\n:\ndata: a\n\n") == [ServerSentEvent(data: "a")])
    #expect(try events("event: x\n\ndata: a\n\n") == [ServerSentEvent(data: "a")])
    #expect(try events("data: a\n\ndata: b\n") == [ServerSentEvent(data: "a")])
  }

  @Test("Identifiers stay until they change; one with NUL, and a wait that is no number, are ignored")
  func identifiers() throws {
    #expect(
      try events("id: 1\ndata: a\n\ndata: b\n\nid: x\0y\ndata: c\n\nid\ndata: d\nretry: 1s\n\n")
        == [
          ServerSentEvent(data: "a", id: "1"), ServerSentEvent(data: "b", id: "1"),
          ServerSentEvent(data: "c", id: "1"), ServerSentEvent(data: "d", id: ""),
        ]
    )
    var parser = ServerSentEventParser()
    _ = try parser.events(in: Data("retry: 1500\nid: 9\n\n".utf8))
    #expect(parser.retry == .milliseconds(1_500) && parser.lastEventID == "9")
  }

  @Test("Every line end, and chunks that end anywhere", arguments: 1...7)
  func chunks(size: Int) throws {
    let text = "event: größer\r\ndata: 日本\rdata: 👩‍⚕️\n\r\nid: 1\r\rdata: é\n\n"
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let expected = [
      ServerSentEvent(event: "größer", data: "日本\n👩‍⚕️"), ServerSentEvent(data: "é", id: "1"),
    ]
    #expect(try events(bytes, by: size) == expected)
  }

  @Test("A byte order mark counts once, and text that is no UTF-8 is repaired")
  func encoding() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try events(mark + mark + Array("data: a\n\n".utf8)).isEmpty)
    #expect(
      try events(Array("data: ".utf8) + [0xFF] + Array("\n\n".utf8)) == [ServerSentEvent(data: "\u{FFFD}")]
    )
  }

  @Test("An event that never ends is cut off")
  func limit() throws {
    var parser = ServerSentEventParser(limit: 100)
    let chunk = Data(repeating: UInt8(ascii: "a"), count: 60)
    _ = try parser.events(in: chunk)
    #expect(throws: HTTPBodyTooLarge.self) { try parser.events(in: chunk) }
    var lines = ServerSentEventParser(limit: 100)
    let line = Data("data: 012345678901234567890123456789012345678901234567890\n".utf8)
    _ = try lines.events(in: line)
    #expect(throws: HTTPBodyTooLarge.self) { try lines.events(in: line) }
  }

  @Test("What is written is read again, and nothing breaks out of its field")
  func writing() throws {
    let all = [
      ServerSentEvent(event: "a", data: "1\n2\r\n3\r4", id: "x", retry: 5), ServerSentEvent(data: ""),
      ServerSentEvent(event: "b\ndata: no", data: "ok", id: "y\r\nevent: no"),
    ]
    let text = all.map(\.text).joined()
    #expect(
      try events(text)
        == [
          ServerSentEvent(event: "a", data: "1\n2\n3\n4", id: "x", retry: 5),
          ServerSentEvent(data: "", id: "x"),
          ServerSentEvent(event: "b data: no", data: "ok", id: "y event: no"),
        ]
    )
  }
}
