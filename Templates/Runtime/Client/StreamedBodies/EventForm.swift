import Foundation

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
  ///
  /// - Parameter strict: Whether values that the description does not allow are refused, as servers do.
  /// - Throws: `DecodingError`; ``CodingProblem`` makes a text of it that is fit for logs.
  public func item<Item: Decodable>(
    _ type: Item.Type,
    of event: ServerSentEvent,
    strict: Bool = false
  ) throws -> Item {
    if let event = event as? Item { return event }
    switch self {
    case .data: return try JSONCoding.decode(type, from: Data(event.data.utf8), strict: strict)
    case .text: return try JSONCoding.decode(type, from: try JSONCoding.encode(event), strict: strict)
    case .object:
      var members: [String: JSONValue] = ["data": Self.value(of: event.data)]
      members["event"] = event.event.map { .string($0) }
      members["id"] = event.id.map { .string($0) }
      members["retry"] = event.retry.map { .integer($0) }
      return try JSONCoding.decode(type, from: JSONCoding.encode(JSONValue.object(members)), strict: strict)
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
