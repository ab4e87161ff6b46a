import APIDiff
public import DiffReports

/// What to compare, and what to say about it.
public struct DiffOptions: Sendable {
  /// Which findings make the command fail.
  public enum Gate: String, Sendable, Hashable, CaseIterable {
    case source
    case deployed
    case rollout
    /// A break on any axis, behaviour included.
    case any

    var axes: [Axis] {
      switch self {
      case .source: [.source]
      case .deployed: [.deployed]
      case .rollout: [.rollout]
      case .any: Axis.allCases
      }
    }
  }

  /// The old and the new description: a path, `-` for standard input, or `REVISION:path` of the git
  /// repository around ``folder``, with a path as git understands it.
  public var base: String
  public var revision: String
  public var format: ReportFormat
  /// Whether a text is marked up for terminals.
  public var color: Bool
  /// Whether differences that are no findings are listed.
  public var showsAll: Bool
  public var gates: [Gate]
  /// Whether gates are hit by what may break, too.
  public var isStrict: Bool
  /// The path of the configuration file under which Swift is generated for both descriptions; nil to look for
  /// `herald.yaml` in ``folder``, which holds when one of the two is the description that it names.
  public var configuration: String?
  /// Whether references may lead to documents on other machines, whatever is configured.
  public var allowsRemote: Bool
  /// The path of a file with accepted findings.
  public var acceptance: String?
  /// Whether files with deprecated aliases and forwarders are made.
  public var makesShims: Bool
  /// Today's date as `2026-11-23`, by which accepted findings expire.
  public var today: String
  /// Where to look for a git repository.
  public var folder: String

  public init(
    base: String,
    revision: String,
    format: ReportFormat = .text,
    color: Bool = false,
    showsAll: Bool = false,
    gates: [Gate] = [],
    isStrict: Bool = false,
    configuration: String? = nil,
    allowsRemote: Bool = false,
    acceptance: String? = nil,
    makesShims: Bool = false,
    today: String = CurrentDate.text,
    folder: String = "."
  ) {
    self.base = base
    self.revision = revision
    self.format = format
    self.color = color
    self.showsAll = showsAll
    self.gates = gates
    self.isStrict = isStrict
    self.configuration = configuration
    self.allowsRemote = allowsRemote
    self.acceptance = acceptance
    self.makesShims = makesShims
    self.today = today
    self.folder = folder
  }
}
