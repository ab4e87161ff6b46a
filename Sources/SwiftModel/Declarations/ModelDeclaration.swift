public import SourceDocuments

/// A type of the description in Swift.
public indirect enum ModelDeclaration: Sendable {
  case record(RecordDeclaration)
  case enumeration(EnumerationDeclaration)
  case union(UnionDeclaration)
  case multipart(MultipartDeclaration)
  case alias(AliasDeclaration)

  public var name: String {
    switch self {
    case .record(let record): record.name
    case .enumeration(let enumeration): enumeration.name
    case .union(let union): union.name
    case .multipart(let form): form.name
    case .alias(let alias): alias.name
    }
  }

  /// The words that the name is made of, by which types find together in files.
  public var words: [String] { Words(name).words }

  var typeCount: Int {
    switch self {
    case .record(let record): record.nested.reduce(1) { $0 + $1.typeCount }
    case .union(let union): union.nested.reduce(1) { $0 + $1.typeCount }
    case .multipart(let form): form.nested.reduce(1) { $0 + $1.typeCount }
    case .enumeration, .alias: 1
    }
  }
}

/// A struct with a property for each member of an object.
public struct RecordDeclaration: Sendable {
  /// The schema.
  public var origin: SourceNode
  public var name: String
  public var documentation: [String]
  public var isDeprecated: Bool
  public var conformances: [String]
  /// For a list with elements by position, how many of these there are; nil for an object.
  public var elementCount: Int?
  /// Whether properties can be changed: a type that is sent is built up, one that is only received is not.
  public var isMutable: Bool
  public var properties: [PropertyDeclaration]
  /// The property that holds the members which the description does not declare.
  public var additionalProperties: AdditionalPropertiesDeclaration?
  /// Whether a server refuses members that the description does not declare.
  public var refusesOtherMembers: Bool
  /// The property that remembers which members were null; nil where every property tells null from absence.
  public var nulls: NullsDeclaration?
  /// The calls that hold the properties against their constraints.
  public var checks: [CheckDeclaration]
  /// What is demanded besides, as a schema of JSON Schema; nil for nothing.
  public var rules: String?
  public var nested: [ModelDeclaration]
}

/// A property of a struct.
public struct PropertyDeclaration: Sendable {
  /// Every place of the description that declares it.
  public var origins: [SourceNode]
  /// The name, without backticks.
  public var name: String
  /// The name on the wire.
  public var wireName: String
  /// The type as it is declared, with its `?`.
  public var type: String
  /// How it is read and written.
  public var coding: Coding
  /// The name of the property that keeps the value on the heap, for a value too large to be stored in place.
  public var boxName: String?
  /// The name of the property that keeps the value where this one is deprecated: generated code that used a deprecated
  /// property would be warned of.
  public var storageName: String?
  /// Whether an initializer may leave it out.
  public var hasDefault: Bool
  /// Whether an initializer asks for a value although the property may be nil: a member that is sent, and never received.
  public var isDemanded: Bool
  public var isDeprecated: Bool
  public var documentation: [String]

  /// The type of the initializer's parameter.
  public var parameterType: String {
    guard isDemanded, type.hasSuffix("?") else { return type }
    return coding.presence == .threeValued ? "Nullable<\(coding.type)>" : coding.type
  }

  /// The expression that comes to the value from inside the type.
  public var storageExpression: String {
    guard let storageName else { return name }
    return boxName.map { $0 + ".value" } ?? storageName
  }

  /// The way a value takes between a property and JSON.
  public struct Coding: Sendable, Hashable {
    public enum Kind: String, Sendable { case string, integer, number, boolean, date, value }
    public enum Presence: Sendable {
      /// Always there.
      case required
      /// Left out when nil.
      case optional
      /// Always there, `null` when nil.
      case nullable
      /// Left out, `null`, or a value.
      case threeValued
    }

    public var kind: Kind
    public var presence: Presence
    /// The type without `?`.
    public var type: String

    /// The name of the reader's and writer's method.
    public var method: String {
      switch presence {
      case .required: kind.rawValue
      case .optional: kind.rawValue + "IfPresent"
      case .nullable: kind.rawValue + "OrNull"
      case .threeValued: "nullable"
      }
    }

    /// Whether the reader has to be told the type.
    public var namesType: Bool { kind == .value || presence == .threeValued }
  }
}

/// The property that remembers which members were null, for a type that is only received: its properties are nil for
/// null and for absence, and what is written is what was read all the same.
public struct NullsDeclaration: Sendable {
  public var name: String
  /// The names on the wire.
  public var members: [String]
}

/// The property for members without a declaration.
public struct AdditionalPropertiesDeclaration: Sendable {
  public var name: String
  /// The type of one member.
  public var elementType: String
}

/// An enum of the listed values.
public struct EnumerationDeclaration: Sendable {
  public enum RawType: String, Sendable { case string = "String", integer = "Int" }

  /// The schema.
  public var origin: SourceNode
  public var name: String
  public var documentation: [String]
  public var isDeprecated: Bool
  public var rawType: RawType
  /// Whether values beside the listed ones are kept.
  public var isOpen: Bool
  public var cases: [CaseDeclaration]

  public struct CaseDeclaration: Sendable {
    /// The name, without backticks.
    public var name: String
    /// The value on the wire as text.
    public var rawValue: String
    public var documentation: [String]
    /// The value in the description; nil for values of other objects than schemas.
    public var origin: SourceNode? = nil
  }
}

/// An enum with a case for each type that a value may have.
public struct UnionDeclaration: Sendable {
  /// The schema.
  public var origin: SourceNode
  public var name: String
  public var documentation: [String]
  public var isDeprecated: Bool
  /// The property that tells the members apart.
  public var discriminator: String?
  /// The member that a value is whose discriminator is missing or has an unknown value; nil where such a value is kept as
  /// JSON.
  public var defaultMember: MemberDeclaration?
  /// Whether a value can fit several members, so that the one which keeps most of it is taken.
  public var isOverlapping: Bool
  public var members: [MemberDeclaration]
  /// What is demanded of every value, as a schema of JSON Schema; nil for nothing.
  public var rules: String?
  public var nested: [ModelDeclaration]

  public struct MemberDeclaration: Sendable {
    /// The schema of the member, and the one that it refers to.
    public var origins: [SourceNode]
    /// The name of the case, without backticks.
    public var name: String
    public var type: String
    public var isIndirect: Bool
    public var discriminatorValues: [String]
    public var test: Test
    /// The calls that hold a value against its constraints.
    public var checks: [CheckDeclaration]
  }

  /// What JSON has to look like for a member to be tried.
  public enum Test: Sendable, Hashable {
    case string, integer, number, boolean, array, any
    case object(required: [String], constants: [(name: String, values: [String])])

    public static func == (left: Test, right: Test) -> Bool { left.key == right.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private var key: String { String(describing: self) }
  }
}

/// Another name for a type.
public struct AliasDeclaration: Sendable {
  /// The schema.
  public var origin: SourceNode
  public var name: String
  public var documentation: [String]
  public var type: String
}
