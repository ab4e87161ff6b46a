import Foundation
import HTTPTypes

@testable import ClientRuntime

/// An operation that answers with a stream.
nonisolated enum StreamFixture {
  static let parts = RequestParts("watch", .get, "/watch")

  static func core(_ transport: any ClientTransport, _ url: String = "https://example.com") -> ClientCore {
    ClientCore(
      server: APIServer(url),
      credentials: APICredentials(),
      configuration: ClientConfiguration(timeout: .seconds(20), retry: .never),
      transport: transport
    )
  }

  /// A transport that answers with chunks.
  static func transport(_ contentType: String, _ chunks: [Data]) -> InMemoryTransport {
    InMemoryTransport { _, _ in
      let stream = AsyncThrowingStream<Data, any Error> { continuation in
        for chunk in chunks { continuation.yield(chunk) }
        continuation.finish()
      }
      return (HTTPResponse(status: .ok, headerFields: [.contentType: contentType]), .stream(stream))
    }
  }

  /// Chunks of a text that end anywhere.
  static func chunks(_ text: String, by size: Int) -> [Data] {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: size).map { start in
      Data(bytes[start..<min(start + size, bytes.count)])
    }
  }
}

/// A number that several tasks may change and wait for.
actor Counter {
  private(set) var value = 0

  func increment() -> Int {
    value += 1
    return value
  }

  /// Waits until the number is reached; false when it takes longer than half a minute.
  func reaches(_ goal: Int) async throws -> Bool {
    for _ in 0..<3_000 {
      if value >= goal { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}

/// A source that never ends by itself, and tells when nobody reads it any more.
nonisolated final class EndlessChunks: AsyncSequence, Sendable {
  typealias Element = Data

  let text: String
  let ended: Counter

  init(_ text: String, ended: Counter) {
    self.text = text
    self.ended = ended
  }

  nonisolated final class AsyncIterator: AsyncIteratorProtocol {
    private let text: String
    private let ended: Counter

    init(_ text: String, _ ended: Counter) {
      self.text = text
      self.ended = ended
    }

    deinit {
      let ended = ended
      Task { await ended.increment() }
    }

    func next() async throws -> Data? {
      try await Task.sleep(for: .milliseconds(5))
      return Data(text.utf8)
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(text, ended)
  }
}
