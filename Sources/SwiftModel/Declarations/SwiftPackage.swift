public import SourceDocuments

/// Every declaration of a generated package, as data.
public struct SwiftPackage: Sendable {
  public var names: PackageNames
  public var accessLevel: AccessLevel
  /// The title and version of the API, for comments.
  public var title: String
  public var version: String
  public var client: ClientDeclaration
  public var models: [ModelDeclaration]
  public var services: [ServiceDeclaration]
  /// The security schemes that can be written as Swift, in the order of the description.
  public var securitySchemes: [SecuritySchemeDeclaration]
  /// What the API sends to its users by itself.
  public var incoming: [IncomingDeclaration]
  /// The documented headers of responses.
  public var responseHeaders: [ResponseHeaderDeclaration]
  public var modelTests: [ModelTestDeclaration]
  public var emitsServer: Bool
  /// The number of lines above which a file is divided.
  public var fileLength: Int
  /// Which parts of the runtime the package carries.
  public var runtime: RuntimeExtent
  /// Whether deprecated declarations have an attribute, so that the compiler warns of their use.
  public var marksDeprecations: Bool
  /// The modules to import where `conformances` names a type of another module.
  public var conformanceModules: [String]

  /// The number of model types, nested ones included.
  public var typeCount: Int { models.reduce(0) { $0 + $1.typeCount } }
}

/// The names of modules and of the types there is one of.
public struct PackageNames: Sendable, Hashable {
  public var module: String
  public var serverModule: String
  public var client: String
  public var router: String
  public var tests: String

  public init(module: String) {
    self.module = module
    serverModule = module + "Server"
    client = module + "Client"
    router = module + "Router"
    tests = module + "Tests"
  }

  /// The name of the variable that holds a client in examples: the first word of the module's name.
  public var exampleVariable: String {
    let words = Words(module).words
    return words.first.map { ReservedNames.escaped($0.lowercased()) } ?? "client"
  }
}

/// The client with its servers.
public struct ClientDeclaration: Sendable {
  public var documentation: [String]
  public var servers: [ServerDeclaration]
}

/// A server that the description names.
public struct ServerDeclaration: Sendable {
  /// The server object.
  public var origin: SourceNode
  public var name: String
  /// The URL with the defaults of its variables.
  public var url: String
  /// The URL with its variables, `{name}`.
  public var template: String
  /// The place among the servers of the API; nil for a server of single operations.
  public var position: Int?
  /// Whether the URL lacks scheme and host, which the caller has to give.
  public var isRelative: Bool
  public var variables: [ServerVariableDeclaration]
  public var description: String
  public var documentation: [String]
}

/// A part of a server's URL that a caller may choose.
public struct ServerVariableDeclaration: Sendable {
  /// The name, without backticks.
  public var name: String
  public var wireName: String
  /// `String`, or the name of an enum with the values.
  public var type: String
  /// The cases of the enum; empty where any text is a value.
  public var cases: [EnumerationDeclaration.CaseDeclaration]
  public var defaultValue: String
  public var documentation: String

  /// The default as Swift: a case of the enum, or text.
  public var defaultExpression: String {
    let named = cases.first { $0.rawValue == defaultValue }
    return named.map { "." + SwiftIdentifier.member($0.name) } ?? SwiftLiteral.string(defaultValue)
  }
}

/// How a client shows who it is.
public struct SecuritySchemeDeclaration: Sendable {
  public enum Kind: Sendable, Hashable {
    case header(String)
    case query(String)
    case cookie(String)
    case bearer
    case basic
    /// Another scheme of the `Authorization` header.
    case authorization(String)
    /// A certificate of the client, which its transport presents.
    case mutualTLS
  }

  /// The security scheme object.
  public var origin: SourceNode
  /// The name in the description, by which requirements refer to it.
  public var scheme: String
  public var name: String
  public var kind: Kind
  public var documentation: String

  /// The type of the credential, optional since operations differ in what they ask for.
  public var credentialType: String {
    switch kind {
    case .basic: "(username: String, password: String)?"
    case .bearer: "APIAccessToken?"
    default: "String?"
    }
  }
}
