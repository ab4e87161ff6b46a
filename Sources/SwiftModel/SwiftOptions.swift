public import SourceDocuments

/// What a configuration decides about the generated Swift.
public struct SwiftOptions: Sendable {
  /// The name of the client's module, of which the other names are made.
  public var moduleName: String
  public var accessLevel: AccessLevel
  /// Whether handlers, stubs and the router are generated beside the client.
  public var emitsServer: Bool
  /// Protocols that every model conforms to besides the runtime's: a name, or `Module.Name` to import a module.
  /// `Identifiable` is given only to models that have an `id`.
  public var conformances: [String]
  public var names: NameOverrides
  /// The Swift type to use for a `format`, a schema or a property: `date-time`, `DateOfBirth`, `Patient.dob`, `*.dob`,
  /// or the JSON pointer of a schema.
  public var scalars: [String: ScalarOverride]
  /// How what the API deprecates is marked.
  public var deprecations: DeprecationStyle
  /// Abbreviations to write in capitals, beside the built-in ones.
  public var acronyms: [String]
  /// The number of lines above which a generated file is divided.
  public var fileLength: Int
  /// Which parts of the runtime the package carries.
  public var runtime: RuntimeExtent
  /// Where the configuration says what, by path such as `names.types.Foo`, for diagnostics.
  public var origins: [String: SourceNode]

  public init(
    moduleName: String,
    accessLevel: AccessLevel = .public,
    emitsServer: Bool = true,
    conformances: [String] = [],
    names: NameOverrides = NameOverrides(),
    scalars: [String: ScalarOverride] = [:],
    deprecations: DeprecationStyle = .attributes,
    acronyms: [String] = [],
    fileLength: Int = SwiftOptions.usualFileLength,
    runtime: RuntimeExtent = .needed,
    origins: [String: SourceNode] = [:]
  ) {
    self.moduleName = moduleName
    self.accessLevel = accessLevel
    self.emitsServer = emitsServer
    self.conformances = conformances
    self.names = names
    self.scalars = scalars
    self.deprecations = deprecations
    self.acronyms = acronyms
    self.fileLength = fileLength
    self.runtime = runtime
    self.origins = origins
  }

  /// What a reader can still find his way in, and the compiler takes in one bite.
  public static let usualFileLength = 1_800
}

/// How far generated declarations can be seen.
public enum AccessLevel: String, Sendable, CaseIterable {
  case `public`
  case package
  case `internal`
}

/// How what the API deprecates is marked.
public enum DeprecationStyle: String, Sendable, CaseIterable {
  /// With attributes, so that the compiler warns of uses.
  case attributes
  /// In documentation only.
  case comments
}

/// Swift names that a configuration gives in place of derived ones.
public struct NameOverrides: Sendable, Hashable {
  /// By operation id.
  public var operations: [String: String]
  /// By schema name, or by the derived name of an inline type, such as `Patient.Status`.
  public var types: [String: String]
  /// By schema and property, such as `Patient.dob`.
  public var properties: [String: String]
  /// By schema and value, such as `MessageType.nhs_app`.
  public var enumerationCases: [String: String]

  public init(
    operations: [String: String] = [:],
    types: [String: String] = [:],
    properties: [String: String] = [:],
    enumerationCases: [String: String] = [:]
  ) {
    self.operations = operations
    self.types = types
    self.properties = properties
    self.enumerationCases = enumerationCases
  }
}

/// The Swift types that a `format` can be given.
public enum ScalarOverride: String, Sendable, CaseIterable {
  case string = "String"
  case integer = "Int"
  case int32 = "Int32"
  case int64 = "Int64"
  case number = "Double"
  case float = "Float"
  case decimal = "Decimal"
  case dateTime = "Date"
  case date = "CalendarDate"
  case uuid = "UUID"
  case url = "URL"
  case data = "Data"
}
