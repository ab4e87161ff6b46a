public import APIModel
public import SourceDocuments
public import SwiftModel

/// What `herald.yaml` says, or would say by its silence.
///
/// Paths have been resolved: they start at the working directory, as the path of the configuration file does.
public struct Configuration: Sendable {
  /// The OpenAPI description; nil when it is to be found beside the configuration file.
  public var description: String?
  /// The folder that references between files may not leave; nil for the one above the
  /// description's own.
  public var root: String?
  /// Whether references may lead to documents on other machines, over https.
  public var allowRemote = false
  /// Whether any JSON stands for a schema that a reference does not find, with a warning in place of an error.
  public var allowDanglingReferences = false
  /// The folder of the generated package.
  public var output = "Generated"
  /// The name of the generated module; nil when it is made from the description's title.
  public var module: String?
  /// Who may use the generated declarations.
  public var access = AccessLevel.public
  /// The modules to generate.
  public var targets = GenerationTarget.allCases
  /// Protocols that every model conforms to besides the runtime's own.
  public var conformances: [String] = []
  /// Swift names that replace the ones Herald would choose.
  public var names = NameOverrides()
  /// Swift types for the values of `format`, for schemas and for properties.
  public var scalars: [String: ScalarOverride] = [:]
  /// How what the API deprecates is marked.
  public var deprecations = DeprecationStyle.attributes
  /// Words that keep their capital letters, besides the built-in ones.
  public var acronyms: [String] = []
  /// What alone is generated; nothing named means everything.
  public var include = Selection.Filter()
  /// What is left out, also when `include` names it.
  public var exclude = Selection.Filter()
  /// The number of lines above which a file is divided.
  public var fileLength = SwiftOptions.usualFileLength
  /// Which parts of the runtime the package carries.
  public var runtime = RuntimeExtent.needed
  /// The version of the SDK, which `herald update` raises; nil when it is not kept here.
  public var version: String?
  /// The changelog that `herald update` writes into.
  public var changelog = "CHANGELOG.md"
  /// A folder of templates that replace built-in ones of the same name.
  public var templates: String?
  /// Where each value stands, by the option's key and, for maps and lists, the entry: `names.types.Patient`.
  public var origins: [String: SourceNode] = [:]

  /// The configuration that holds where there is no file.
  public init() {}
}
