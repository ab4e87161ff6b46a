/// What a caller of ``GenerateCommand`` decides; everything else follows from the configuration file.
public struct GenerateOptions: Sendable {
  /// What to do with the generated files.
  public enum Mode: Sendable, Hashable {
    /// Writes them. With `force`, also over files that were edited by hand or are not Herald's.
    case write(force: Bool)
    /// Compares them with what is there, and writes nothing.
    case check
  }

  /// The path of the OpenAPI description; nil for the configured one.
  ///
  /// A description other than the configured one is generated without the configuration file that was found
  /// in ``folder``: its output folder and its names belong to the description it was written for.
  public var description: String?
  /// The path of the configuration file; nil to look for `herald.yaml` in ``folder``.
  public var configuration: String?
  /// The output folder; nil for the configured one, or `Generated` in ``folder``.
  public var output: String?
  /// The name of the module; nil for the configured one, or one made from the description's title.
  /// Must be a name that ``ModuleName/problem(with:)`` accepts.
  public var module: String?
  /// A folder of templates; nil for the configured one, or none.
  public var templates: String?
  /// Whether references may lead to documents on other machines, whatever is configured.
  public var allowsRemote: Bool
  /// Whether any JSON stands for a schema that a reference does not find, whatever is configured.
  public var allowsDanglingReferences: Bool
  /// What to do with the generated files.
  public var mode: Mode
  /// Where to look for files that are not named; the working directory unless changed.
  public var folder: String

  public init(
    description: String? = nil,
    configuration: String? = nil,
    output: String? = nil,
    module: String? = nil,
    templates: String? = nil,
    allowsRemote: Bool = false,
    allowsDanglingReferences: Bool = false,
    mode: Mode = .write(force: false),
    folder: String = "."
  ) {
    self.description = description
    self.configuration = configuration
    self.output = output
    self.module = module
    self.templates = templates
    self.allowsRemote = allowsRemote
    self.allowsDanglingReferences = allowsDanglingReferences
    self.mode = mode
    self.folder = folder
  }
}
