public import OpenAPIDescription
public import SourceDocuments

/// The body of a request.
public struct RequestBody: Sendable {
  public var isRequired: Bool
  public var description: String?
  /// The representations that a caller may choose from, in the order of the description; never empty.
  public var contents: [RequestContent]
  public var origin: SourceNode
}

/// A request body in one media type.
public struct RequestContent: Sendable {
  /// How a value becomes the bytes of a body.
  public enum Kind: Sendable, Hashable {
    /// JSON of a type.
    case json(ValueType)
    /// A form, `application/x-www-form-urlencoded`, of an object.
    case form(ValueType, [FieldEncoding])
    /// Several parts: of a ``MultipartForm``, where the description names them; nil for any parts.
    case multipart(TypeID?, subtype: String)
    /// Text in UTF-8.
    case text
    /// Bytes that are passed through as they are.
    case binary
    /// JSON values one after the other.
    case sequence(ValueType)
    /// Events of `text/event-stream`, with the type of an item; nil where the description gives events no meaning
    /// beyond their text.
    case events(ValueType?, Content.EventForm)
  }

  /// The media type or range as written, such as `application/json` or `image/*`.
  public var mediaType: String
  public var kind: Kind
  /// The schema of the body; that of an item for a kind that has items.
  public var schema: Schema?
  /// The first documented example.
  public var example: SourceNode?
  public var origin: SourceNode
}

extension RequestContent {
  /// Whether the body has several parts.
  public var isMultipart: Bool {
    if case .multipart = kind { true } else { false }
  }

  /// The type that the bytes stand for, for kinds that have one.
  public var value: ValueType? {
    switch kind {
    case .json(let value), .form(let value, _), .sequence(let value): value
    case .events(let value, _): value
    case .multipart(let id, _): id.map { ValueType(.declared($0)) }
    case .text, .binary: nil
    }
  }
}
