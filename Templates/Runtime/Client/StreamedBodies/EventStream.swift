import Foundation

/// Events as they arrive, or as a server sends them: `text/event-stream` (WHATWG HTML, section 9.2).
///
/// ```swift
/// for try await event in try await client.chat.createCompletion(request) { … }
/// ```
///
/// A stream that was received can be read once. Its connection is held until the stream ends or its iterator is
/// dropped, as `break` and cancellation do; the timeout of the call holds up to the head of the response only.
public nonisolated struct EventStream<Item: Codable & Sendable>: AsyncSequence, Sendable {
  public typealias Element = Item

  fileprivate nonisolated enum Source: Sendable {
    case received(EventSource)
    case carried(CarriedEvents, read: @Sendable (ServerSentEvent) throws -> Item)
    case made(AsyncThrowingStream<Item, any Error>)
  }

  private var source: Source

  init(_ source: EventSource) {
    self.source = .received(source)
  }

  /// A stream to send, of any sequence of items; it is read no faster than it is sent.
  public init<Items: AsyncSequence & Sendable>(_ items: Items) where Items.Element == Item {
    let items = HTTPChunkSource(items)
    source = .made(AsyncThrowingStream { try await items.next() })
  }

  /// A stream to send, of items that are at hand.
  public init(_ items: [Item]) {
    source = .made(
      AsyncThrowingStream { continuation in
        for item in items { continuation.yield(item) }
        continuation.finish()
      }
    )
  }

  /// The items of the events that a body carries, as a server receives it.
  ///
  /// - Parameters:
  ///   - body: The bytes; read no faster than the items are.
  ///   - limit: The most bytes that one event may have.
  ///   - read: Makes an item of an event; what it throws ends the stream.
  public init(
    reading body: HTTPBody,
    limit: Int,
    _ read: @escaping @Sendable (ServerSentEvent) throws -> Item
  ) {
    source = .carried(CarriedEvents(body: body, limit: limit), read: read)
  }

  /// The events as they came, with their types and identifiers, in place of what their data means.
  ///
  /// A stream is read once, so this is instead of reading the stream itself.
  public var events: EventStream<ServerSentEvent> {
    switch source {
    case .received(var source):
      source.form = .text
      return EventStream<ServerSentEvent>(source)
    case .carried(let events, _):
      return EventStream<ServerSentEvent>(events)
    case .made:
      return EventStream<ServerSentEvent>(EncodedEvents(stream: self, form: .data))
    }
  }

  /// The same stream, which connects again when the connection is lost or the server closes it.
  ///
  /// The request is sent anew with `Last-Event-ID`, after the wait that the server last asked for with `retry`.
  ///
  /// - Parameters:
  ///   - attempts: How often to try in succession before giving up.
  ///   - delay: The wait unless the server asks for another. 3 seconds unless given.
  public func reconnecting(attempts: Int = 5, delay: Duration = .seconds(3)) -> EventStream {
    guard case .received(var source) = self.source else { return self }
    source.reconnection = EventSource.Reconnection(attempts: attempts, delay: delay)
    return EventStream(source)
  }

  /// Goes through the items. When it is dropped before the end, the connection is closed.
  public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    private var reader: EventReader?
    private var items: AsyncThrowingStream<Item, any Error>.AsyncIterator?

    fileprivate init(_ source: Source) {
      switch source {
      case .received(let source): reader = EventReader(source)
      case .carried(let events, let read):
        let events = HTTPChunkSource(events)
        items = AsyncThrowingStream { try await events.next().map(read) }.makeAsyncIterator()
      case .made(let stream): items = stream.makeAsyncIterator()
      }
    }

    /// The next item.
    ///
    /// - Throws: ``APIError`` of kind `transport` when the connection is lost, and of kind `decoding` for an event
    ///   that is not what the description says; `CancellationError`.
    public mutating func next() async throws -> Item? {
      guard reader != nil else { return try await items?.next() }
      guard let event = try await reader?.next(), let source = reader?.source else { return nil }
      if source.form == .data, event.data == EventSource.end {
        reader = nil
        return nil
      }
      do {
        return try source.form.item(Item.self, of: event)
      } catch {
        throw source.error(.decoding, "an event: \(CodingProblem(error))", error)
      }
    }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(source)
  }
}

nonisolated extension EventStream: RedactedDescribable {}

// MARK: - Sending

nonisolated extension EventStream {
  /// The stream as the body of a request or a response; items are encoded as they are pulled.
  public func body(_ form: EventForm) -> HTTPBody {
    .stream(from: EncodedEventData(events: EncodedEvents(stream: self, form: form)))
  }
}

/// The items of a stream as events.
nonisolated struct EncodedEvents<Item: Codable & Sendable>: AsyncSequence, Sendable {
  typealias Element = ServerSentEvent

  let stream: EventStream<Item>
  let form: EventForm

  nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    var items: EventStream<Item>.AsyncIterator
    let form: EventForm

    mutating func next() async throws -> ServerSentEvent? {
      try await items.next().map { try form.event(of: $0) }
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(items: stream.makeAsyncIterator(), form: form)
  }
}

/// Events as the bytes that carry them.
nonisolated struct EncodedEventData<Item: Codable & Sendable>: AsyncSequence, Sendable {
  typealias Element = Data

  let events: EncodedEvents<Item>

  nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    var events: EncodedEvents<Item>.AsyncIterator

    mutating func next() async throws -> Data? {
      try await events.next().map { Data($0.text.utf8) }
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(events: events.makeAsyncIterator())
  }
}
