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
  }

  /// The media type as written, such as `application/json`.
  public var mediaType: String
  public var kind: Kind
  public var schema: Schema?
  /// The first documented example.
  public var example: SourceNode?
  public var origin: SourceNode
}

extension Content {
  /// The type that the bytes stand for, for kinds that have one.
  public var value: ValueType? {
    switch kind {
    case .json(let value): value
    case .text, .binary: nil
    }
  }
}
