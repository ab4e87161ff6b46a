import Foundation

/// The iterator of a sequence of chunks, so that a stream can pull from it.
///
/// A stream asks for one chunk at a time, so the iterator is never used by two tasks at once.
nonisolated final class HTTPChunkSource<Chunks: AsyncSequence>: @unchecked Sendable
where Chunks.Element == Data {
  private var iterator: Chunks.AsyncIterator

  init(_ chunks: Chunks) {
    iterator = chunks.makeAsyncIterator()
  }

  func next() async throws -> Data? {
    try await iterator.next()
  }
}
