public import SourceDocuments

/// How one property of a form or multipart body is written (OpenAPI 3.1.1 §4.8.15).
public struct Encoding: Sendable {
  /// Empty for an encoding that applies by position.
  public var propertyName: String
  public var contentType: String?
  public var headers: [Header]
  public var style: ParameterStyle?
  public var explode: Bool?
  public var allowsReserved: Bool
  /// How the parts of a nested multipart body are written (OpenAPI 3.2), by name …
  public var encoding: [Encoding]
  /// … by position …
  public var prefixEncoding: [Encoding]
  /// … and for the elements after those; an array, because a value cannot contain one of its own type.
  private var itemEncodings: [Encoding]
  public var origin: SourceNode

  public init(
    propertyName: String,
    contentType: String? = nil,
    headers: [Header] = [],
    style: ParameterStyle? = nil,
    explode: Bool? = nil,
    allowsReserved: Bool = false,
    encoding: [Encoding] = [],
    prefixEncoding: [Encoding] = [],
    itemEncoding: Encoding? = nil,
    origin: SourceNode
  ) {
    self.propertyName = propertyName
    self.contentType = contentType
    self.headers = headers
    self.style = style
    self.explode = explode
    self.allowsReserved = allowsReserved
    self.encoding = encoding
    self.prefixEncoding = prefixEncoding
    itemEncodings = itemEncoding.map { [$0] } ?? []
    self.origin = origin
  }

  /// How the elements of a nested multipart body are written that `prefixEncoding` does not speak of.
  public var itemEncoding: Encoding? { itemEncodings.first }
}
