public import OpenAPIDescription
public import SourceDocuments

/// An object that is sent as a body of several parts, one for each member or each of its elements.
public struct MultipartForm: Sendable {
  public var parts: [MultipartPart]
  /// Whether parts of other names may be sent, too.
  public var allowsAdditionalParts: Bool
}

/// A part of a body.
public struct MultipartPart: Sendable {
  /// What the content of a part is.
  public enum Content: Sendable, Hashable {
    /// A file: bytes with a name and a media type.
    case file
    /// A value: text for scalars, JSON for everything else.
    case value(ValueType)
  }

  /// The name on the wire.
  public var name: String
  /// The content; that of one element where the part is repeated.
  public var content: Content
  /// The type of the member that the part is, or the parts of its name are.
  public var memberType: ValueType
  /// Every schema that speaks of the member.
  public var mentions: [Schema]
  /// Whether there may be several parts of the name.
  public var isRepeated: Bool
  public var isRequired: Bool
  /// The media types that the description allows, as it writes them; nil when it says nothing.
  public var contentType: String?
  /// The headers of the part.
  public var headers: [MultipartPartHeader]
  public var schema: Schema
  public var description: String?
  public var isDeprecated: Bool
  /// Every place that declares it as a property.
  public var origins: [SourceNode]
}

extension MultipartPart {
  /// The type of the content; nil for files.
  public var value: ValueType? {
    if case .value(let value) = content { value } else { nil }
  }
}

/// A header of a part.
public struct MultipartPartHeader: Sendable {
  public var name: String
  public var value: ValueType
  public var isRequired: Bool
  public var description: String?
}
