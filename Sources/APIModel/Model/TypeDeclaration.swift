public import OpenAPIDescription
public import SourceDocuments

/// A type with a definition of its own.
public struct TypeDeclaration: Sendable {
  /// What the type is, once its schema has been understood.
  public enum Definition: Sendable {
    case record(Record)
    case enumeration(Enumeration)
    case union(Union)
    /// An object that is sent as a body of several parts.
    case multipart(MultipartForm)
    /// Another name for a type that needs no declaration.
    case alias(ValueType)
  }

  public var id: TypeID
  /// Where the type stands, from which its name is made.
  public var context: TypeContext
  public var definition: Definition
  public var title: String?
  public var description: String?
  public var isDeprecated: Bool
  public var usage: Usage
  public var schema: Schema
  /// The schemas that values satisfy together, for a type that was put together from several and not from `schema` alone.
  public var mergedSchemas: [Schema] = []

  public var origin: SourceNode { schema.origin }
}

/// Where a type stands in the description.
public enum TypeContext: Sendable, Hashable {
  /// A schema under a name of its own: in `components`, `$defs`, or a file.
  case named(String)
  case property(of: TypeID, name: String)
  /// The elements of a list, or the values of a map, that stands in another context.
  indirect case element(of: TypeContext)
  case unionMember(of: TypeID, position: Int)
  case parameter(operation: String, name: String)
  case requestBody(operation: String)
  /// A body that is a form, of fields or of parts.
  case formBody(operation: String)
  /// The body of several parts that is made of a type which is JSON elsewhere.
  case multipartForm(of: TypeID)
  case responseBody(operation: String, status: ResponseStatus, isOnlySuccess: Bool)
  /// A header of responses, whichever operation they belong to.
  case header(name: String)
}

/// In which direction values of a type travel.
public struct Usage: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A client sends it.
  public static let request = Usage(rawValue: 1)
  /// A client receives it.
  public static let response = Usage(rawValue: 2)
}

/// An object with declared members.
public struct Record: Sendable {
  public var properties: [RecordProperty]
  /// The type of members that are not declared; nil when the description does not speak of them, or forbids them.
  public var additionalProperties: ValueType?
  /// Whether the description forbids members that are not declared.
  public var isClosed = false
  /// Whether values are lists: the members are the elements by position, `0`, `1` and so on, and `rest` for those behind
  /// them.
  public var isTuple = false
}

/// A declared member of an object.
public struct RecordProperty: Sendable {
  /// The name on the wire.
  public var name: String
  public var value: ValueType
  public var isRequired: Bool
  public var schema: Schema
  /// Every schema that speaks of the member, `schema` among them.
  public var mentions: [Schema]
  public var description: String?
  public var isDeprecated: Bool
  /// Whether only the server sets the member: a request does not have it.
  public var isReadOnly: Bool
  /// Whether only the client sets the member: a response does not have it.
  public var isWriteOnly: Bool
  /// Every place that declares the property: parts of a composition may do so together.
  public var origins: [SourceNode]
}

/// A fixed list of values of one scalar kind.
public struct Enumeration: Sendable {
  public enum Base: Sendable, Hashable { case string, integer }

  public var base: Base
  public var values: [EnumerationValue]
  /// Whether the description itself allows other values beside the listed ones.
  public var isOpen: Bool
}

/// One value of an enumeration.
public struct EnumerationValue: Sendable {
  /// The value as text: the string itself, or the digits of the integer.
  public var text: String
  /// The name that `x-enum-varnames` gives it.
  public var name: String?
  public var description: String?
  public var origin: SourceNode
}

/// A value that has one of several types.
public struct Union: Sendable {
  public var members: [UnionMember]
  /// The property that tells the members apart.
  public var discriminator: String?
  /// The position of the member that a value is whose discriminator is missing or has an unknown value (OpenAPI 3.2,
  /// `defaultMapping`).
  public var defaultMember: Int?
  /// Whether a value may be several members at once, as with `anyOf`.
  public var allowsSeveral = false
  /// Whether an object can fit several members, so that the one which keeps most of it is taken.
  public var isOverlapping = false
}

/// One of the types that a union's value may have.
public struct UnionMember: Sendable {
  public var value: ValueType
  /// The values of the discriminator that stand for this member.
  public var discriminatorValues: [String]
  /// What is known of the JSON of this member before it is decoded.
  public var test: UnionTest
  public var title: String?
  public var schema: Schema
}

/// How a member of a union is recognised when there is no discriminator.
public enum UnionTest: Sendable, Hashable {
  case string, integer, number, boolean, array, any
  /// An object with these members, some of which may have to have one of the given texts as value.
  case object(required: [String], constants: [ConstantProperty])
}

/// A property that has one of few string values.
public struct ConstantProperty: Sendable, Hashable {
  public var name: String
  public var values: [String]
}
