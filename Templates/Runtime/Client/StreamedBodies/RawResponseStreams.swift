nonisolated extension RawResponse {
  /// The body as events.
  public func events<Item: Codable & Sendable>(_ type: Item.Type, _ form: EventForm) -> EventStream<Item> {
    EventStream(EventSource(response: self, form: form))
  }

  /// The body as a sequence of values.
  public func sequence<Item: Codable & Sendable>(_ type: Item.Type) -> JSONSequence<Item> {
    JSONSequence(self)
  }
}
