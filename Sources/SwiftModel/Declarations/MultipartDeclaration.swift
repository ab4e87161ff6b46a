public import SourceDocuments

/// A struct that is sent as a body of several parts.
public struct MultipartDeclaration: Sendable {
  /// The schema.
  public var origin: SourceNode
  public var name: String
  public var documentation: [String]
  public var isDeprecated: Bool
  public var parts: [PartDeclaration]
  /// The calls that hold the parts against their constraints.
  public var checks: [CheckDeclaration]
  public var nested: [ModelDeclaration]
}

/// A property of a struct that is sent as several parts.
public struct PartDeclaration: Sendable {
  public enum Kind: String, Sendable {
    case file, text, json
    /// A header of another part.
    case header
    /// All parts that the description does not name.
    case additional
  }

  /// The name, without backticks.
  public var name: String
  /// The name of the part, or of the header.
  public var wireName: String
  public var kind: Kind
  /// The type as it is declared, with its brackets and its `?`.
  public var type: String
  /// The type of one value; empty for files.
  public var valueType: String
  public var isRepeated: Bool
  public var isRequired: Bool
  /// The media type of the part, where it is not the usual one.
  public var contentType: String?
  /// The part that a header belongs to.
  public var owner: String?
  /// The names of all declared parts, for the additional ones.
  public var otherNames: [String]
  public var documentation: [String]
  /// Every place of the description that declares the part as a property; none for headers and additional parts.
  public var origins: [SourceNode] = []

  /// The expression that an initializer puts in place of the part when it is left out; nil where it has to be given.
  public var defaultValue: String? {
    if kind == .additional { return "[]" }
    return isRequired ? nil : "nil"
  }
}
