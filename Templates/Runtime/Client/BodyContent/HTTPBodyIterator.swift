public import Foundation

nonisolated extension HTTPBody: AsyncSequence {
  public typealias Element = Data

  /// Goes through the chunks of a body. When it is dropped before the end, the body ends: its connection is free.
  public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    private var chunks: AsyncThrowingStream<Data, any Error>.AsyncIterator
    private let remainder: Remainder

    init(_ body: HTTPBody) {
      chunks = body.chunks.makeAsyncIterator()
      remainder = Remainder(body)
    }

    public mutating func next() async throws -> Data? {
      do {
        if let chunk = try await chunks.next() { return chunk }
      } catch {
        remainder.isFinished = true
        throw error
      }
      remainder.isFinished = true
      // A stream whose task is cancelled ends as if it were complete.
      try Task.checkCancellation()
      return nil
    }
  }

  /// The chunks as they arrive.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(self)
  }

  /// What of a body has not been read; it ends with whoever reads it.
  private nonisolated final class Remainder {
    private let body: HTTPBody
    var isFinished = false

    init(_ body: HTTPBody) {
      self.body = body
    }

    deinit {
      if !isFinished { body.abandon() }
    }
  }

  /// Ends a stream that nobody reads any more.
  func abandon() {
    guard case .stream(let stream) = self else { return }
    // A stream has no other way to be ended from its reading side than a task that is cancelled while it waits.
    let task = Task {
      var iterator = stream.makeAsyncIterator()
      _ = try await iterator.next()
    }
    task.cancel()
  }
}

nonisolated extension HTTPBody {
  /// All bytes of the body.
  ///
  /// - Parameter limit: The most bytes to take. 64 MiB unless given.
  /// - Throws: ``HTTPBodyTooLarge`` beyond the limit, and what the stream throws.
  public func data(upTo limit: Int = 64 * 1_024 * 1_024) async throws -> Data {
    try await collect(upTo: limit)
  }
}
