/// An event of a stream of `text/event-stream` (WHATWG HTML, section 9.2), as it came.
public nonisolated struct ServerSentEvent: Codable, Hashable, Sendable, RedactedDescribable {
  /// The type of the event; nil when the stream names none, which means `message`.
  public var event: String?

  /// The lines of data, with line feeds between them.
  public var data: String

  /// The identifier of the last event that had one: what a client resumes after.
  public var id: String?

  /// How many milliseconds to wait before connecting again, where the event says so.
  public var retry: Int?

  /// An event.
  public init(event: String? = nil, data: String, id: String? = nil, retry: Int? = nil) {
    self.event = event
    self.data = data
    self.id = id
    self.retry = retry
  }

  /// The type of the event.
  public var redactedDescription: String {
    "event \(event ?? "message")"
  }
}

nonisolated extension ServerSentEvent {
  /// The event as a stream carries it, with the empty line that ends it.
  var text: String {
    var text = ""
    if let event { text += Self.lines("event", event) }
    if let id { text += Self.lines("id", id) }
    if let retry { text += "retry: \(retry)\n" }
    return text + Self.lines("data", data) + "\n"
  }

  private static func lines(_ field: String, _ value: String) -> String {
    let pieces = value.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    // Only data may have several lines.
    if field != "data" { return "\(field): \(pieces.joined(separator: " "))\n" }
    return pieces.map { "\(field): \($0)\n" }.joined()
  }
}

nonisolated extension Character {
  /// CR, LF or both: what ends a line of an event stream, and nothing else.
  fileprivate var isLineEnd: Bool {
    self == "\n" || self == "\r" || self == "\r\n"
  }
}
