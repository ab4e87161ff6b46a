import Foundation

/// Reads a stream of events (WHATWG HTML, section 9.2.6) from chunks of bytes that may end anywhere: inside a
/// character, between CR and LF, inside the byte order mark.
nonisolated struct ServerSentEventParser {
  /// The identifier of the last event that had one.
  private(set) var lastEventID: String?

  /// How long to wait before connecting again, as the stream last said.
  private(set) var retry: Duration?

  private var line: [UInt8] = []
  private var isFirstLine = true
  /// Whether the last byte was a CR, of which a following LF is a part.
  private var endsWithReturn = false

  private var event = ""
  private var data: [UInt8] = []
  private var hasData = false
  private var milliseconds: Int?

  /// The most bytes that a line and the data of an event may have.
  private let limit: Int

  init(lastEventID: String? = nil, limit: Int = 64 * 1_024 * 1_024) {
    self.lastEventID = lastEventID
    self.limit = limit
  }

  /// Takes a chunk and gives the events that are complete. What an unfinished event has said so far is kept.
  ///
  /// - Throws: ``HTTPBodyTooLarge`` for an event beyond the limit.
  mutating func events(in chunk: Data) throws -> [ServerSentEvent] {
    var events: [ServerSentEvent] = []
    for byte in chunk {
      if byte == UInt8(ascii: "\n"), endsWithReturn {
        endsWithReturn = false
        continue
      }
      endsWithReturn = byte == UInt8(ascii: "\r")
      if endsWithReturn || byte == UInt8(ascii: "\n") {
        if let event = endLine() { events.append(event) }
      } else {
        guard line.count + data.count < limit else { throw HTTPBodyTooLarge(limit: limit) }
        line.append(byte)
      }
    }
    return events
  }

  /// Ends a line; an empty one ends an event.
  private mutating func endLine() -> ServerSentEvent? {
    var line = self.line[...]
    defer { self.line.removeAll(keepingCapacity: true) }
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    }
    if line.isEmpty { return dispatch() }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    // A line that starts with a colon is a comment.
    guard colon > line.startIndex else { return nil }
    var value = line[colon...].dropFirst()
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    take(String(decoding: line[..<colon], as: UTF8.self), value)
    return nil
  }

  private mutating func take(_ field: String, _ value: ArraySlice<UInt8>) {
    switch field {
    case "event": event = String(decoding: value, as: UTF8.self)
    case "data":
      if hasData { data.append(UInt8(ascii: "\n")) }
      data += value
      hasData = true
    case "id":
      if !value.contains(0) { lastEventID = String(decoding: value, as: UTF8.self) }
    case "retry":
      guard !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(String(decoding: value, as: UTF8.self))
      else { return }
      milliseconds = number
      retry = .milliseconds(number)
    default: break
    }
  }

  /// The event that is complete now; none without data.
  private mutating func dispatch() -> ServerSentEvent? {
    defer {
      event = ""
      data.removeAll(keepingCapacity: true)
      hasData = false
      milliseconds = nil
    }
    guard hasData else { return nil }
    return ServerSentEvent(
      event: event.isEmpty ? nil : event,
      data: String(decoding: data, as: UTF8.self),
      id: lastEventID,
      retry: milliseconds
    )
  }
}
