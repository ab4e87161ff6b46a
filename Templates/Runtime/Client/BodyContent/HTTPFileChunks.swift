import Foundation

/// The bytes of a file in chunks.
nonisolated struct HTTPFileChunks: AsyncSequence, Sendable {
  fileprivate static let chunkSize = 64 * 1_024

  let url: URL

  func makeAsyncIterator() -> Iterator {
    Iterator(url: url)
  }

  nonisolated struct Iterator: AsyncIteratorProtocol {
    private let url: URL
    private var handle: FileHandle?

    fileprivate init(url: URL) {
      self.url = url
    }

    mutating func next() async throws -> Data? {
      let handle = try self.handle ?? FileHandle(forReadingFrom: url)
      self.handle = handle
      if let chunk = try handle.read(upToCount: HTTPFileChunks.chunkSize), !chunk.isEmpty { return chunk }
      try handle.close()
      return nil
    }
  }
}
