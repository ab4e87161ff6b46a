public import Foundation

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

  /// The values that a body carries, as a server receives it.
  ///
  /// - Parameters:
  ///   - body: The bytes; read no faster than the values are.
  ///   - contentType: The media type, which decides on what separates values.
  ///   - limit: The most bytes that one value may have.
  ///   - read: Makes a value of JSON text; what it throws ends the sequence.
  public init(
    reading body: HTTPBody,
    contentType: String,
    limit: Int,
    _ read: @escaping @Sendable (Data) throws -> Item
  ) {
    let texts = HTTPChunkSource(JSONTexts(body, contentType: contentType, limit: limit))
    source = .made(AsyncThrowingStream { try await texts.next().map(read) })
  }

  /// Goes through the values. When it is dropped before the end, the connection is closed.
  public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    private var items: AsyncThrowingStream<Item, any Error>.AsyncIterator?
    private var texts: JSONTexts.AsyncIterator?
    private var response: RawResponse?

    fileprivate init(_ source: Source) {
      switch source {
      case .made(let stream): items = stream.makeAsyncIterator()
      case .received(let response):
        self.response = response
        texts = JSONTexts(response.content, contentType: response.mediaType).makeAsyncIterator()
      }
    }

    /// The next value.
    ///
    /// - Throws: ``APIError`` of kind `transport` when the connection is lost, and of kind `decoding` for a value
    ///   that is not what the description says; `CancellationError`.
    public mutating func next() async throws -> Item? {
      guard let response else { return try await items?.next() }
      let source = EventSource(response: response, form: .data)
      let text: Data?
      do {
        text = try await texts?.next()
      } catch {
        if error is CancellationError || Task.isCancelled { throw CancellationError() }
        throw error as? APIError ?? source.error(.transport, ClientTransportFailure.text(error), error)
      }
      do {
        return try text.map { try JSONCoding.decode(Item.self, from: $0) }
      } catch {
        throw source.error(.decoding, "a value: \(CodingProblem(error))", error)
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
  /// The sequence as the body of a request or a response; values are encoded as they are pulled.
  ///
  /// - Parameter contentType: The media type, which decides on what separates values.
  public func body(_ contentType: String) -> HTTPBody {
    .stream(
      from: EncodedSequence(items: self, isRecordSeparated: JSONTexts.areRecordSeparated(contentType))
    )
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
