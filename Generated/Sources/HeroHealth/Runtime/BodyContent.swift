public import Foundation

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

/// The body of a request or a response: bytes that are there, or a stream of chunks.
public nonisolated enum HTTPBody: Sendable {
  /// Bytes in memory. Can be sent again.
  case data(Data)
  /// Chunks that arrive over time. Can be read once, so it is never sent a second time.
  case stream(AsyncThrowingStream<Data, any Error>)

  /// No bytes.
  public static let empty = HTTPBody.data(Data())

  /// Text in UTF-8.
  public static func utf8(_ text: String) -> HTTPBody {
    .data(Data(text.utf8))
  }

  /// A stream over any sequence of chunks, read no faster than it is consumed.
  public static func stream<Chunks: AsyncSequence>(from chunks: Chunks) -> HTTPBody
  where Chunks.Element == Data, Chunks: Sendable {
    let source = HTTPChunkSource(chunks)
    return .stream(AsyncThrowingStream { try await source.next() })
  }

  /// The content of a file, read while it is sent: the file is opened when the first chunk is asked for.
  public static func file(_ url: URL) -> HTTPBody {
    .stream(from: HTTPFileChunks(url: url))
  }

  /// The number of bytes, if it is known before reading.
  public var length: Int? {
    switch self {
    case .data(let data): data.count
    case .stream: nil
    }
  }

  /// The chunks of the body.
  public var chunks: AsyncThrowingStream<Data, any Error> {
    switch self {
    case .data(let data):
      AsyncThrowingStream { continuation in
        if !data.isEmpty { continuation.yield(data) }
        continuation.finish()
      }
    case .stream(let stream):
      stream
    }
  }

  /// All bytes of the body.
  ///
  /// - Parameter limit: The most bytes to take.
  /// - Throws: ``HTTPBodyTooLarge`` beyond the limit, and what the stream throws.
  public func collect(upTo limit: Int) async throws -> Data {
    var collected = Data()
    switch self {
    case .data(let data):
      collected = data
    case .stream(let stream):
      for try await chunk in stream {
        guard chunk.count <= limit - collected.count else { throw HTTPBodyTooLarge(limit: limit) }
        collected.append(chunk)
      }
      try Task.checkCancellation()
    }
    guard collected.count <= limit else { throw HTTPBodyTooLarge(limit: limit) }
    return collected
  }
}

nonisolated extension HTTPBody: RedactedDescribable {
  /// The size of the body, not its content.
  public var redactedDescription: String {
    switch self {
    case .data(let data): "\(data.count) bytes"
    case .stream: "a stream"
    }
  }
}

/// A body that has more bytes than were to be taken.
public nonisolated struct HTTPBodyTooLarge: Error, Hashable, Sendable, CustomStringConvertible {
  /// The most bytes that were to be taken.
  public let limit: Int

  public var description: String {
    "the body has more than \(limit) bytes"
  }
}

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

/// The chunks of several bodies, one body after the other.
nonisolated struct HTTPBodySequence: AsyncSequence, Sendable {
  private let bodies: [HTTPBody]

  init(_ bodies: [HTTPBody]) {
    self.bodies = bodies
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(bodies: bodies)
  }

  nonisolated struct Iterator: AsyncIteratorProtocol {
    fileprivate var bodies: [HTTPBody]
    private var current: AsyncThrowingStream<Data, any Error>.Iterator?

    fileprivate init(bodies: [HTTPBody]) {
      self.bodies = bodies
    }

    mutating func next() async throws -> Data? {
      while true {
        if let chunk = try await current?.next() { return chunk }
        guard !bodies.isEmpty else { return nil }
        current = bodies.removeFirst().chunks.makeAsyncIterator()
      }
    }
  }
}

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
