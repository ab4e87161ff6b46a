import Foundation

/// Values that arrive one after the other, or are sent so: JSON Lines (`application/jsonl`, `application/x-ndjson`)
/// and JSON text sequences (`application/json-seq`, RFC 7464).
///
/// A sequence that was received can be read once. Its connection is held until the sequence ends or its iterator is
/// dropped, as `break` and cancellation do; the timeout of the call holds up to the head of the response only.
public nonisolated struct JSONSequence<Item: Codable & Sendable>: AsyncSequence, Sendable {
  public typealias Element = Item

  fileprivate nonisolated enum Source: Sendable {
    case received(RawResponse)
    case made(AsyncThrowingStream<Item, any Error>)
  }

  private let source: Source

  init(_ response: RawResponse) {
    source = .received(response)
  }

  /// A sequence to send, of any sequence of values; it is read no faster than it is sent.
  public init<Items: AsyncSequence & Sendable>(_ items: Items) where Items.Element == Item {
    let items = HTTPChunkSource(items)
    source = .made(AsyncThrowingStream { try await items.next() })
  }

  /// A sequence to send, of values that are at hand.
  public init(_ items: [Item]) {
    source = .made(
      AsyncThrowingStream { continuation in
        for item in items { continuation.yield(item) }
        continuation.finish()
      }
    )
  }

  /// Goes through the values. When it is dropped before the end, the connection is closed.
  public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    private var items: AsyncThrowingStream<Item, any Error>.AsyncIterator?
    private var chunks: HTTPBody.AsyncIterator?
    private var splitter = JSONSequenceSplitter(isRecordSeparated: false)
    private var response: RawResponse?
    private var pending: ArraySlice<Data> = []

    fileprivate init(_ source: Source) {
      switch source {
      case .made(let stream): items = stream.makeAsyncIterator()
      case .received(let response):
        self.response = response
        chunks = response.content.makeAsyncIterator()
        splitter = JSONSequenceSplitter(isRecordSeparated: response.mediaType.hasSuffix("json-seq"))
      }
    }

    /// The next value.
    ///
    /// - Throws: ``APIError`` of kind `transport` when the connection is lost, and of kind `decoding` for a value
    ///   that is not what the description says; `CancellationError`.
    public mutating func next() async throws -> Item? {
      guard let response else { return try await items?.next() }
      let source = EventSource(response: response, form: .data)
      while true {
        if let text = pending.popFirst() {
          do {
            return try JSONCoding.decode(Item.self, from: text)
          } catch {
            throw source.error(.decoding, "a value: \(CodingProblem(error))", error)
          }
        }
        guard chunks != nil else { return nil }
        do {
          if let chunk = try await chunks?.next() {
            pending = try splitter.texts(in: chunk)[...]
          } else {
            chunks = nil
            pending = splitter.rest()[...]
          }
        } catch {
          if error is CancellationError || Task.isCancelled { throw CancellationError() }
          throw error as? APIError ?? source.error(.transport, ClientTransportFailure.text(error), error)
        }
      }
    }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(source)
  }
}

nonisolated extension JSONSequence: RedactedDescribable {}

// MARK: - Sending

nonisolated extension JSONSequence {
  /// The sequence as the body of a response.
  ///
  /// - Parameter contentType: The media type, which decides on what separates values.
  public func body(_ contentType: String) -> HTTPBody {
    let isRecordSeparated = HTTPMediaType.essence(contentType).hasSuffix("json-seq")
    return .stream(from: EncodedSequence(items: self, isRecordSeparated: isRecordSeparated))
  }
}

/// The values of a sequence as the bytes that carry them.
nonisolated struct EncodedSequence<Item: Codable & Sendable>: AsyncSequence, Sendable {
  typealias Element = Data

  let items: JSONSequence<Item>
  let isRecordSeparated: Bool

  nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    var items: JSONSequence<Item>.AsyncIterator
    let isRecordSeparated: Bool

    mutating func next() async throws -> Data? {
      guard let item = try await items.next() else { return nil }
      let text = try JSONCoding.encode(item) + [JSONSequenceSplitter.lineFeed]
      return isRecordSeparated ? [JSONSequenceSplitter.recordSeparator] + text : text
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(items: items.makeAsyncIterator(), isRecordSeparated: isRecordSeparated)
  }
}

// MARK: - Reading

/// Takes a sequence of JSON texts apart, from chunks of bytes that may end anywhere.
nonisolated struct JSONSequenceSplitter {
  static let lineFeed = UInt8(ascii: "\n")
  static let recordSeparator: UInt8 = 0x1E

  /// What ends a text. JSON has no line feed inside a string, but a text sequence may have one between members.
  private let separator: UInt8

  /// The most bytes that one text may have.
  private let limit: Int
  private var text = Data()

  init(isRecordSeparated: Bool, limit: Int = 64 * 1_024 * 1_024) {
    separator = isRecordSeparated ? Self.recordSeparator : Self.lineFeed
    self.limit = limit
  }

  /// Takes a chunk and gives the texts that are complete.
  ///
  /// - Throws: ``HTTPBodyTooLarge`` for a text beyond the limit.
  mutating func texts(in chunk: Data) throws -> [Data] {
    var texts: [Data] = []
    var rest = chunk[...]
    while let end = rest.firstIndex(of: separator) {
      text.append(rest[..<end])
      texts += take()
      rest = rest[rest.index(after: end)...]
    }
    guard text.count + rest.count <= limit else { throw HTTPBodyTooLarge(limit: limit) }
    text.append(rest)
    return texts
  }

  /// The last text, which nothing needs to end.
  mutating func rest() -> [Data] {
    take()
  }

  /// What has been gathered, unless it is only white space.
  private mutating func take() -> [Data] {
    defer { text = Data() }
    let isBlank = text.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, Self.recordSeparator].contains($0) }
    return isBlank ? [] : [text]
  }
}
