/// The iterator of a sequence, so that a stream can pull from it.
///
/// A stream asks for one element at a time, so the iterator is never used by two tasks at once.
nonisolated final class HTTPChunkSource<Chunks: AsyncSequence>: @unchecked Sendable {
  private var iterator: Chunks.AsyncIterator

  init(_ chunks: Chunks) {
    iterator = chunks.makeAsyncIterator()
  }

  func next() async throws -> Chunks.Element? {
    try await iterator.next()
  }
}
