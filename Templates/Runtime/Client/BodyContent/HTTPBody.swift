public import Foundation

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
