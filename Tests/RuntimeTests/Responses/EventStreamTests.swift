import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

@Suite("Typed events", .timeLimit(.minutes(5)))
struct EventStreamTests {
  nonisolated struct Delta: Codable, Hashable, Sendable {
    var text: String
  }

  private func stream<Item: Codable & Sendable>(
    _ text: String,
    of type: Item.Type,
    _ form: EventForm = .data,
    by size: Int = .max
  ) async throws -> EventStream<Item> {
    let chunks = size == .max ? [Data(text.utf8)] : StreamFixture.chunks(text, by: size)
    let core = StreamFixture.core(StreamFixture.transport("text/event-stream; charset=utf-8", chunks))
    return try await core.events(PartsEndpoint(StreamFixture.parts), of: type, as: form, CallOptions()).body
  }

  private func all<Items: AsyncSequence>(_ items: Items) async throws -> [Items.Element] {
    var all: [Items.Element] = []
    for try await item in items { all.append(item) }
    return all
  }

  @Test("Items are the data of events, up to the mark that ends some streams", arguments: [1, 3, .max])
  func data(size: Int) async throws {
    let text =
      "data: {\"text\":\"日本\"}\r\n\r\n: comment\n\ndata: {\"text\":\ndata: \"b\"}\n\ndata: [DONE]\n\n"
    let items = try await all(stream(text, of: Delta.self, by: size))
    #expect(items == [Delta(text: "日本"), Delta(text: "b")])
  }

  @Test("Items are the events themselves, their data as JSON or as text")
  func object() async throws {
    let text = "event: add\ndata: {\"text\":\"a\"}\nid: 1\n\nevent: done\ndata: [DONE]\n\n"
    let items = try await all(stream(text, of: JSONValue.self, .object))
    #expect(
      items == [
        ["event": "add", "data": ["text": "a"], "id": "1"], ["event": "done", "data": "[DONE]", "id": "1"],
      ]
    )
    let texts = try await all(stream(text, of: JSONValue.self, .text))
    #expect(texts.first == ["event": "add", "data": "{\"text\":\"a\"}", "id": "1"])
  }

  @Test("Events as they came")
  func events() async throws {
    let text = "event: add\ndata: {\"text\":\"a\"}\n\n"
    let expected = [ServerSentEvent(event: "add", data: "{\"text\":\"a\"}")]
    #expect(try await all(stream(text, of: Delta.self).events) == expected)
    #expect(try await all(stream(text, of: ServerSentEvent.self, .text)) == expected)
  }

  @Test("Data that is something else is an error that does not quote it")
  func wrongData() async throws {
    let stream = try await stream("data: {\"text\":\"a\"}\n\ndata: {\"secret\":1}\n\n", of: Delta.self)
    var items = stream.makeAsyncIterator()
    #expect(try await items.next() == Delta(text: "a"))
    do {
      _ = try await items.next()
      Issue.record("an error is expected")
    } catch let error as APIError {
      #expect(error.kind == .decoding && error.status == .ok)
      #expect(!error.description.contains("secret"))
    }
  }

  @Test("A status outside of success is an error with its body, as for any call")
  func failure() async throws {
    let core = StreamFixture.core(
      InMemoryTransport { _, _ in
        (HTTPResponse(status: .tooManyRequests, headerFields: [.retryAfter: "3"]), .utf8("{\"text\":\"no\"}"))
      }
    )
    do {
      _ = try await core.events(PartsEndpoint(StreamFixture.parts), of: Delta.self, CallOptions())
      Issue.record("an error is expected")
    } catch let error as APIError {
      #expect(error.status == .tooManyRequests && error.retryAfter == .seconds(3))
      #expect(try error.decode(Delta.self) == Delta(text: "no"))
    }
  }

  @Test("What a server makes is what a client reads", arguments: [EventForm.data, .object, .text])
  func sending(form: EventForm) async throws {
    let items: [JSONValue] = [
      ["event": "a", "data": "x\ny", "id": "1"], ["event": "b", "data": form == .object ? ["n": 1] : "z"],
    ]
    let body = EventStream(items).body(form)
    let transport = InMemoryTransport { _, _ in
      (HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), body)
    }
    let core = StreamFixture.core(transport)
    let response = try await core.events(
      PartsEndpoint(StreamFixture.parts),
      of: JSONValue.self,
      as: form,
      CallOptions()
    )
    var read = try await all(response.body)
    // The identifier holds for later events, too.
    if form != .data, case .object(var members) = read[1] {
      #expect(members.removeValue(forKey: "id") == "1")
      read[1] = .object(members)
    }
    #expect(read == items)
  }

  @Test("Whoever stops reading ends the stream")
  func stopping() async throws {
    let ended = Counter()
    let transport = InMemoryTransport { _, _ in
      let chunks = EndlessChunks("data: {\"text\":\"a\"}\n\n", ended: ended)
      return (
        HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), .stream(from: chunks)
      )
    }
    let core = StreamFixture.core(transport)
    let kept = try await core.events(PartsEndpoint(StreamFixture.parts), of: Delta.self, CallOptions())
    for try await _ in kept.body { break }
    #expect(try await ended.reaches(1))
    let read = Counter()
    let task = Task {
      for try await _ in try await core.events(
        PartsEndpoint(StreamFixture.parts),
        of: Delta.self,
        CallOptions()
      ).body {
        _ = await read.increment()
      }
    }
    #expect(try await read.reaches(1))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await ended.reaches(2))
    _ = kept
  }

  @Test("A stream connects again where it was, after the wait it was told")
  func reconnecting() async throws {
    let count = Counter()
    let name = try #require(HTTPField.Name("Last-Event-ID"))
    let transport = InMemoryTransport { request, _ in
      let number = await count.increment()
      switch number {
      case 1:
        #expect(request.headerFields[name] == nil)
        let stream = AsyncThrowingStream<Data, any Error> { continuation in
          continuation.yield(Data("retry: 1\nid: 7\ndata: {\"text\":\"a\"}\n\ndata: {\"te".utf8))
          continuation.finish(throwing: URLError(.networkConnectionLost))
        }
        return (HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), .stream(stream))
      case 2: throw URLError(.cannotConnectToHost)
      case 3:
        #expect(request.headerFields[name] == "7")
        let text = "data: {\"text\":\"b\"}\n\n"
        return (HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), .utf8(text))
      default: return (HTTPResponse(status: .noContent), .empty)
      }
    }
    let core = StreamFixture.core(transport)
    let response = try await core.events(PartsEndpoint(StreamFixture.parts), of: Delta.self, CallOptions())
    let items = try await all(response.body.reconnecting(delay: .milliseconds(1)))
    #expect(items == [Delta(text: "a"), Delta(text: "b")])
    #expect(await count.value == 4)
  }

  @Test("Without being told to, a stream that breaks is an error")
  func breaking() async throws {
    let transport = InMemoryTransport { _, _ in
      let stream = AsyncThrowingStream<Data, any Error> { continuation in
        continuation.finish(throwing: URLError(.networkConnectionLost))
      }
      return (HTTPResponse(status: .ok), .stream(stream))
    }
    let core = StreamFixture.core(transport)
    let response = try await core.events(PartsEndpoint(StreamFixture.parts), of: Delta.self, CallOptions())
    do {
      _ = try await all(response.body)
      Issue.record("an error is expected")
    } catch let error as APIError {
      #expect(error.kind == .transport && error.operationID == "watch")
    }
  }
}
