public import SourceDocuments

/// A type of an interface, or what a package adds to a type of its runtime.
public struct InterfaceType: Sendable {
  /// What the type is for, which tells types of the same name or origin apart.
  public enum Role: String, Sendable, Hashable {
    case client, service, endpoint, result, body, model, event, receiver
    /// A type of the runtime that the package extends.
    case runtime
    case handler, stub, router

    /// Whether it belongs to the server's module, which only servers import.
    public var isOfServer: Bool { [.handler, .stub, .router].contains(self) }
  }

  public enum Kind: String, Sendable, Hashable {
    case structure = "struct"
    case enumeration = "enum"
    case `protocol`
    case alias = "typealias"
  }

  /// Who is hurt by a new case of an enum.
  public enum Cases: Sendable, Hashable {
    /// Everybody who switches over it, which is what it is for.
    case exhaustive
    /// Only who switches over it without `default`, although it holds what no version knows yet.
    case open
    /// Nobody: cases are made, not taken apart.
    case constructed
  }

  public var role: Role
  public var kind: Kind
  /// The name, from the outermost type inwards, without backticks.
  public let path: [String]
  /// The name with a dot between types.
  public let name: String
  /// The places of the description that it is made of.
  public var origins: [SourceNode]
  public var conformances: [String]
  /// What an alias stands for.
  public var aliased: String?
  public var cases: Cases
  public var isDeprecated: Bool
  public var members: [InterfaceMember]

  public init(
    _ role: Role,
    _ kind: Kind,
    _ path: [String],
    origins: [SourceNode],
    conformances: [String] = [],
    aliased: String? = nil,
    cases: Cases = .exhaustive,
    isDeprecated: Bool = false,
    members: [InterfaceMember] = []
  ) {
    self.role = role
    self.kind = kind
    self.path = path
    name = path.count == 1 ? path[0] : path.joined(separator: ".")
    self.origins = origins
    self.conformances = conformances
    self.aliased = aliased
    self.cases = cases
    self.isDeprecated = isDeprecated
    self.members = members
  }

  /// The declaration without its members: `enum Patient.Status`.
  public var signature: String {
    let name = path.map(SwiftIdentifier.escaped).joined(separator: ".")
    return "\(kind.rawValue) \(name)" + (aliased.map { " = " + $0 } ?? "")
  }
}
