public import OpenAPIDescription
public import SourceDocuments

/// A value that a request carries outside its body.
public struct Parameter: Sendable {
  /// What a value is made to text by.
  public enum Serialization: Sendable, Hashable {
    /// The style of the parameter.
    case style
    /// JSON text, as its `content` says.
    case json
    /// A form, as the `content` of a query string says.
    case form([FieldEncoding])
  }

  public var name: String
  public var location: ParameterLocation
  public var value: ValueType
  public var isRequired: Bool
  public var isDeprecated: Bool
  public var serialization: Serialization
  public var style: ParameterStyle
  public var explode: Bool
  /// Whether reserved characters are not percent-encoded.
  public var allowsReserved: Bool
  public var description: String?
  /// The schema of the value, a reference followed.
  public var schema: Schema?
  /// The first documented example.
  public var example: SourceNode?
  public var origin: SourceNode
}

/// How a field of a form is written, where the description says so.
public struct FieldEncoding: Sendable, Hashable {
  public var name: String
  public var style: ParameterStyle
  public var explode: Bool
  public var allowsReserved: Bool
}
