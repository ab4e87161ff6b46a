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
    status.isOfClass(2)
  }

  /// Whether the response leads elsewhere, or to what the caller has already.
  public var isRedirect: Bool { status.isOfClass(3) }
}

extension ResponseStatus {
  /// Whether all statuses that it stands for begin with a digit.
  func isOfClass(_ hundreds: Int) -> Bool {
    switch self {
    case .code(let code): code / 100 == hundreds
    case .range(let range): range == hundreds
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
