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

  /// The events as they came, with their types and identifiers, in place of what their data means.
  ///
  /// A stream is read once, so this is instead of reading the stream itself.
  public var events: EventStream<ServerSentEvent> {
    switch source {
    case .received(var source):
      source.form = .text
      return EventStream<ServerSentEvent>(source)
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

// MARK: - Form

/// What the items of a stream of events are made of.
public nonisolated enum EventForm: Hashable, Sendable {
  /// An item is the JSON that an event has as its data.
  case data
  /// An item is an object with the members `event`, `id` and `retry` and, as `data`, the JSON of the event.
  case object
  /// As `object`, with the data as text.
  case text
}

nonisolated extension EventForm {
  /// The item that an event stands for.
  func item<Item: Decodable>(_ type: Item.Type, of event: ServerSentEvent) throws -> Item {
    if let event = event as? Item { return event }
    switch self {
    case .data: return try JSONCoding.decode(type, from: Data(event.data.utf8))
    case .text: return try JSONCoding.decode(type, from: try JSONCoding.encode(event))
    case .object:
      var members: [String: JSONValue] = ["data": Self.value(of: event.data)]
      members["event"] = event.event.map { .string($0) }
      members["id"] = event.id.map { .string($0) }
      members["retry"] = event.retry.map { .integer($0) }
      return try JSONCoding.decode(type, from: try JSONCoding.encode(JSONValue.object(members)))
    }
  }

  /// The event that stands for an item.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry.
  func event(of item: some Encodable) throws -> ServerSentEvent {
    if let event = item as? ServerSentEvent { return event }
    let json = try JSONCoding.encode(item)
    if self == .data { return ServerSentEvent(data: String(decoding: json, as: UTF8.self)) }
    let members = try JSONCoding.decode([String: JSONValue].self, from: json)
    let data =
      try members["data"].map { value in
        try value.string ?? String(decoding: JSONCoding.encode(value), as: UTF8.self)
      } ?? ""
    return ServerSentEvent(
      event: members["event"]?.string,
      data: data,
      id: members["id"]?.string,
      retry: members["retry"]?.integer
    )
  }

  /// Data as JSON where it is an object or a list; any other text is meant as it is.
  private static func value(of text: String) -> JSONValue {
    guard let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[" else {
      return .string(text)
    }
    do {
      return try JSONCoding.decode(JSONValue.self, from: Data(text.utf8))
    } catch {
      return .string(text)
    }
  }
}

// MARK: - Sending

nonisolated extension EventStream {
  /// The stream as the body of a response.
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
