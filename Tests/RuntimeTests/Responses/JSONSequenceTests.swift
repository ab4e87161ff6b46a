import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

@Suite("Sequences of JSON values", .timeLimit(.minutes(5)))
struct JSONSequenceTests {
  private func values(_ text: String, _ contentType: String, by size: Int = .max) async throws -> [JSONValue]
  {
    let chunks = size == .max ? [Data(text.utf8)] : StreamFixture.chunks(text, by: size)
    let core = StreamFixture.core(StreamFixture.transport(contentType, chunks))
    let response = try await core.sequence(
      PartsEndpoint(StreamFixture.parts),
      of: JSONValue.self,
      accepting: contentType,
      CallOptions()
    )
    var all: [JSONValue] = []
    for try await value in response.body { all.append(value) }
    return all
  }

  @Test("Lines, also empty ones, and a last one without an end", arguments: [1, 2, 5, .max])
  func lines(size: Int) async throws {
    let text = "{\"a\":\"é👩‍⚕️\"}\r\n\n \n[1]\n\"x\""
    #expect(try await values(text, "application/x-ndjson", by: size) == [["a": "é👩‍⚕️"], [1], "x"])
    #expect(try await values("", "application/jsonl").isEmpty)
  }

  @Test("Text sequences, whose texts may have lines", arguments: [1, 2, 5, .max])
  func textSequence(size: Int) async throws {
    let text = "\u{1E}{\n\"a\": 1\n}\n\u{1E}\u{1E}[2]\n"
    #expect(try await values(text, "application/json-seq", by: size) == [["a": 1], [2]])
  }

  @Test("A line that is no JSON is an error that does not quote it")
  func wrongLine() async throws {
    do {
      _ = try await values("1\nsecret\n", "application/jsonl")
      Issue.record("an error is expected")
    } catch let error as APIError {
      #expect(error.kind == .decoding && !error.description.contains("secret"))
    }
  }

  @Test("A line that never ends is cut off")
  func limit() throws {
    var splitter = JSONSequenceSplitter(isRecordSeparated: false, limit: 10)
    #expect(try splitter.texts(in: Data("123456789\n1".utf8)).count == 1)
    #expect(throws: HTTPBodyTooLarge.self) { try splitter.texts(in: Data("1234567890".utf8)) }
  }

  @Test(
    "What a server makes is what a client reads",
    arguments: ["application/jsonl", "application/json-seq"]
  )
  func sending(contentType: String) async throws {
    let items: [JSONValue] = [["a": "x\ny"], 1, .null]
    let text = String(decoding: try await JSONSequence(items).body(contentType).data(), as: UTF8.self)
    #expect(try await values(text, contentType, by: 3) == items)
  }
}
