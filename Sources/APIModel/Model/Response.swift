public import OpenAPIDescription
public import SourceDocuments

/// A documented response.
public struct Response: Sendable {
  public var status: ResponseStatus
  public var description: String?
  /// The representations of the body, in the order of the description; empty when the response has no body.
  public var contents: [Content]
  public var headers: [ResponseHeader]
  /// The operations that may follow, as the description lists them.
  public var links: [Link]
  public var origin: SourceNode

  /// Whether the response means that the request was carried out.
  public var isSuccess: Bool {
    switch status {
    case .code(let code): (200..<300).contains(code)
    case .range(let hundreds): hundreds == 2
    case .default: false
    }
  }
}

/// A header that a response carries.
public struct ResponseHeader: Sendable {
  public var name: String
  public var value: ValueType
  public var isRequired: Bool
  public var isDeprecated: Bool
  public var explode: Bool
  /// The media type of the value, where the description gives it as `content`.
  public var mediaType: String?
  public var description: String?
  public var schema: Schema?
  /// The first documented example.
  public var example: SourceNode?
  public var origin: SourceNode
}
