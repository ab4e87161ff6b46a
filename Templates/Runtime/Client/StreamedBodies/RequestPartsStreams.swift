nonisolated extension RequestParts {
  /// A body of JSON values one after the other, each encoded when the transport asks for it.
  ///
  /// - Parameters:
  ///   - value: The values. They are not held against constraints before they are sent.
  ///   - contentType: The media type, which decides on what separates values.
  public mutating func setSequence<Item: Codable & Sendable>(
    _ value: JSONSequence<Item>,
    contentType: String = "application/jsonl"
  ) {
    setBody(value.body(contentType), contentType: contentType)
  }

  /// A body of JSON values one after the other that may be left out.
  public mutating func setSequenceIfPresent<Item: Codable & Sendable>(
    _ value: JSONSequence<Item>?,
    contentType: String = "application/jsonl"
  ) {
    if let value { setSequence(value, contentType: contentType) }
  }

  /// A body of events, `text/event-stream`, each encoded when the transport asks for it.
  ///
  /// - Parameters:
  ///   - value: The items of the events. They are not held against constraints before they are sent.
  ///   - form: What the items are made of.
  public mutating func setEvents<Item: Codable & Sendable>(
    _ value: EventStream<Item>,
    _ form: EventForm = .data
  ) {
    setBody(value.body(form), contentType: "text/event-stream")
  }

  /// A body of events that may be left out.
  public mutating func setEventsIfPresent<Item: Codable & Sendable>(
    _ value: EventStream<Item>?,
    _ form: EventForm = .data
  ) {
    if let value { setEvents(value, form) }
  }
}
