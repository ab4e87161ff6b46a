import ClientRuntime
import Foundation
import Testing

@Suite("Bodies")
struct HTTPBodyTests {
  /// Counts how often it is asked for a chunk of three bytes.
  nonisolated final class Pulls: AsyncSequence, AsyncIteratorProtocol, @unchecked Sendable {
    private let lock = NSLock()
    private var pulled = 0

    var count: Int { lock.withLock { pulled } }

    func makeAsyncIterator() -> Pulls { self }

    func next() async throws -> Data? {
      lock.withLock {
        pulled += 1
        return pulled > 1_000 ? nil : Data([1, 2, 3])
      }
    }
  }

  @Test("Bytes in memory")
  func data() async throws {
    let body = HTTPBody.data(Data([1, 2]))
    #expect(body.length == 2 && HTTPBody.empty.length == 0)
    #expect(try await body.collect(upTo: 2) == Data([1, 2]))
    await #expect(throws: HTTPBodyTooLarge.self) { try await body.collect(upTo: 1) }
    var chunks: [Data] = []
    for try await chunk in body.chunks { chunks.append(chunk) }
    #expect(chunks == [Data([1, 2])])
    for try await _ in HTTPBody.empty.chunks { Issue.record("an empty body has no chunk") }
  }

  @Test("A stream is read no further than the limit")
  func limit() async throws {
    let pulls = Pulls()
    let body = HTTPBody.stream(from: pulls)
    #expect(body.length == nil && pulls.count == 0)
    await #expect(throws: HTTPBodyTooLarge.self) { try await body.collect(upTo: 10) }
    #expect(pulls.count == 4)
    let all = try await HTTPBody.stream(from: Pulls()).collect(upTo: 3_000)
    #expect(all.count == 3_000)
  }

  @Test("What a stream throws is thrown, and cancellation too")
  func errors() async throws {
    let failing = AsyncThrowingStream<Data, any Error> { continuation in
      continuation.yield(Data([1]))
      continuation.finish(throwing: CocoaError(.fileNoSuchFile))
    }
    await #expect(throws: CocoaError.self) { try await HTTPBody.stream(failing).collect(upTo: 10) }
    let endless = AsyncThrowingStream<Data, any Error> { $0.yield(Data([1])) }
    let task = Task { try await HTTPBody.stream(endless).collect(upTo: 10) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
