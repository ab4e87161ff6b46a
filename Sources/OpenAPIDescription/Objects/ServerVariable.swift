public import SourceDocuments

/// What may stand for `{name}` in the address of a server (OpenAPI 3.1.1 §4.8.6).
public struct ServerVariable: Sendable {
  public var name: String
  /// Empty when the document declares no default.
  public var defaultValue: String
  /// The values allowed; nil when any is.
  public var enumeration: [String]?
  public var description: String?
  public var origin: SourceNode

  public init(
    name: String,
    defaultValue: String,
    enumeration: [String]? = nil,
    description: String? = nil,
    origin: SourceNode
  ) {
    self.name = name
    self.defaultValue = defaultValue
    self.enumeration = enumeration
    self.description = description
    self.origin = origin
  }
}
