import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

/// Streams over a real connection.
@Suite("Streams over HTTP", .timeLimit(.minutes(5)))
struct StreamTransportTests {
  nonisolated struct Delta: Codable, Hashable, Sendable {
    var text: String
  }

  private func core(_ server: LocalServer) -> ClientCore {
    StreamFixture.core(URLSessionTransport(), server.url)
  }

  @Test("An event is there while the stream goes on, whatever its chunks are")
  func events() async throws {
    let read = Counter()
    let server = try LocalServer { _, _ in
      let stream = AsyncThrowingStream<Data, any Error> { continuation in
        let text = "data: {\"text\":\"日本\"}\r\n\r\n"
        for chunk in StreamFixture.chunks(text, by: 4) { continuation.yield(chunk) }
        Task {
          // The second event is sent once the first has been read.
          if try await read.reaches(1) { continuation.yield(Data("data: {\"text\":\"b\"}\n\n".utf8)) }
          continuation.finish()
        }
      }
      return (HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), .stream(stream))
    }
    let response = try await core(server).events(
      PartsEndpoint(StreamFixture.parts),
      of: Delta.self,
      CallOptions()
    )
    var texts: [String] = []
    for try await delta in response.body {
      texts.append(delta.text)
      _ = await read.increment()
    }
    #expect(texts == ["日本", "b"])
  }

  @Test("Bytes arrive as a stream, and can be collected")
  func bytes() async throws {
    let server = try LocalServer { _, _ in
      let stream = AsyncThrowingStream<Data, any Error> { continuation in
        for number in 0..<200 { continuation.yield(Data(repeating: UInt8(number), count: 5_000)) }
        continuation.finish()
      }
      return (
        HTTPResponse(status: .ok, headerFields: [.contentType: "application/octet-stream"]), .stream(stream)
      )
    }
    let core = core(server)
    let first = try await core.data(PartsEndpoint(StreamFixture.parts), accepting: "*/*", CallOptions())
    var count = 0
    for try await chunk in first.body { count += chunk.count }
    #expect(count == 1_000_000)
    let second = try await core.data(PartsEndpoint(StreamFixture.parts), accepting: "*/*", CallOptions())
    #expect(try await second.body.data().count == 1_000_000)
    let third = try await core.data(PartsEndpoint(StreamFixture.parts), accepting: "*/*", CallOptions())
    await #expect(throws: HTTPBodyTooLarge.self) { try await third.body.data(upTo: 1_000) }
  }

  @Test("Whoever stops reading, is cancelled or drops the stream frees the connection", arguments: 0..<3)
  func stopping(way: Int) async throws {
    let ended = Counter()
    let server = try LocalServer { _, _ in
      let chunks = EndlessChunks("data: {\"text\":\"a\"}\n\n", ended: ended)
      return (
        HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), .stream(from: chunks)
      )
    }
    let core = core(server)
    switch way {
    case 0:
      let response = try await core.events(PartsEndpoint(StreamFixture.parts), of: Delta.self, CallOptions())
      for try await _ in response.body { break }
      #expect(try await ended.reaches(1))
      _ = response
    case 1:
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
      #expect(try await ended.reaches(1))
    default:
      _ = try await core.events(PartsEndpoint(StreamFixture.parts), of: Delta.self, CallOptions())
      #expect(try await ended.reaches(1))
    }
  }

  @Test("The timeout of a call ends with the head of a streamed response")
  func timeout() async throws {
    // A busy machine may take long for the head, which is not what is looked at: then the timeout is longer.
    for seconds in [3, 12, 48] {
      let pause = Duration.seconds(seconds) / 4
      let server = try LocalServer { _, _ in
        let stream = AsyncThrowingStream<Data, any Error> { continuation in
          Task {
            for _ in 0..<5 {
              try await Task.sleep(for: pause)
              continuation.yield(Data("data: {\"text\":\"a\"}\n\n".utf8))
            }
            continuation.finish()
          }
        }
        return (HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), .stream(stream))
      }
      let options = CallOptions(timeout: .seconds(seconds))
      let response: APIResponse<EventStream<Delta>>
      do {
        response = try await core(server).events(PartsEndpoint(StreamFixture.parts), of: Delta.self, options)
      } catch let error as APIError where error.kind == .timeout && seconds < 48 {
        continue
      }
      var count = 0
      for try await _ in response.body { count += 1 }
      #expect(count == 5)
      return
    }
  }

  @Test("A stream that is cut is an error after what arrived")
  func cut() async throws {
    let server = try LocalServer { _, _ in
      let stream = AsyncThrowingStream<Data, any Error> { continuation in
        continuation.yield(Data("{\"text\":\"a\"}\n".utf8))
        Task {
          try await Task.sleep(for: .milliseconds(200))
          continuation.finish(throwing: URLError(.unknown))
        }
      }
      return (HTTPResponse(status: .ok, headerFields: [.contentType: "application/jsonl"]), .stream(stream))
    }
    let response = try await core(server).sequence(
      PartsEndpoint(StreamFixture.parts),
      of: Delta.self,
      accepting: "application/jsonl",
      CallOptions()
    )
    var items = response.body.makeAsyncIterator()
    #expect(try await items.next() == Delta(text: "a"))
    await #expect(throws: APIError.self) { try await items.next() }
  }
}
