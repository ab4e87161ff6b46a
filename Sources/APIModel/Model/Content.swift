public import OpenAPIDescription
public import SourceDocuments

/// A body in one media type.
public struct Content: Sendable {
  /// How the bytes of a body are to be understood.
  public enum Kind: Sendable, Hashable {
    /// JSON of a type.
    case json(ValueType)
    /// Text in UTF-8.
    case text
    /// Bytes that are passed through as they are.
    case binary
    /// Events of `text/event-stream`, with the type of an item; nil where the description gives events no meaning
    /// beyond their text.
    case events(ValueType?, EventForm)
    /// JSON values one after the other.
    case sequence(ValueType)
  }

  /// What the items of a stream of events are made of.
  public enum EventForm: Sendable, Hashable {
    /// An item is the JSON that an event has as its data.
    case data
    /// An item is an object of the fields of an event, with the data read as JSON.
    case object
    /// An item is an object of the fields of an event, with the data as text.
    case text
  }

  /// The media type as written, such as `application/json`.
  public var mediaType: String
  public var kind: Kind
  /// The schema of the body; that of an item for a kind that has items.
  public var schema: Schema?
  /// The first documented example.
  public var example: SourceNode?
  public var origin: SourceNode
}

extension Content {
  /// The type that the bytes stand for, for kinds that have one.
  public var value: ValueType? {
    switch kind {
    case .json(let value), .sequence(let value): value
    case .events(let value, _): value
    case .text, .binary: nil
    }
  }
}
