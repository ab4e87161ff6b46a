public import SourceDocuments

/// A parameter of an operation.
public struct ParameterDeclaration: Sendable {
  public enum Location: String, Sendable {
    case path, query, header, cookie, querystring
    /// The media type of the body, which goes with the body.
    case contentType
  }

  /// The shape of the value, which decides on the function that writes or reads it.
  public enum Shape: Sendable, Hashable {
    /// A scalar or an enumeration.
    case scalar
    /// A list of scalars.
    case list
    /// An object.
    case object
    /// One of several shapes, or a list of other values than scalars.
    case various
    /// JSON text.
    case json
    /// A form that is the whole query string.
    case form(FormDeclaration)
  }

  /// The parameter object; nil for a parameter that Herald adds.
  public var origin: SourceNode?
  /// The name, without backticks.
  public var name: String
  public var wireName: String
  public var location: Location
  /// The type without `?`.
  public var type: String
  public var isRequired: Bool
  public var shape: Shape
  /// The style, when it is not the location's usual one.
  public var style: String?
  /// Whether lists and objects are exploded, when that is not what the style does by default.
  public var explode: Bool?
  /// Whether reserved characters are not percent-encoded.
  public var allowsReserved: Bool
  /// The names of the other parameters in the same place, for an object whose members stand among them and may have
  /// any name.
  public var otherNames: [String]
  /// A Swift expression for a test to pass.
  public var sample: String?
  /// An expression for documentation.
  public var usage: String
}

/// How a form is written.
public struct FormDeclaration: Sendable, Hashable {
  /// The style of lists and objects, when it is not `form`.
  public var style: String?
  /// The fields that are written in other ways.
  public var encodings: [FieldEncodingDeclaration]
}

/// How one field of a form is written.
public struct FieldEncodingDeclaration: Sendable, Hashable {
  public var name: String
  public var style: String
  /// When it is not what the style does by default.
  public var explode: Bool?
  public var allowsReserved: Bool
}
