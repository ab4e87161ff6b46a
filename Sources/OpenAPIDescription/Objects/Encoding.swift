public import SourceDocuments

/// How one property of a form or multipart body is written (OpenAPI 3.1.1 §4.8.15).
public struct Encoding: Sendable {
  public var propertyName: String
  public var contentType: String?
  public var headers: [Header]
  public var style: ParameterStyle?
  public var explode: Bool?
  public var allowsReserved: Bool
  public var origin: SourceNode

  public init(
    propertyName: String,
    contentType: String? = nil,
    headers: [Header] = [],
    style: ParameterStyle? = nil,
    explode: Bool? = nil,
    allowsReserved: Bool = false,
    origin: SourceNode
  ) {
    self.propertyName = propertyName
    self.contentType = contentType
    self.headers = headers
    self.style = style
    self.explode = explode
    self.allowsReserved = allowsReserved
    self.origin = origin
  }
}
