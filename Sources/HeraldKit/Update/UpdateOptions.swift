/// What a caller of ``UpdateCommand`` decides; everything else follows from the configuration file.
public struct UpdateOptions: Sendable {
  /// The new description: a path, `-` for standard input, or `REVISION:path` of the git repository around ``folder``.
  public var revision: String
  /// The path of the configuration file; nil to look for `herald.yaml` in ``folder``.
  public var configuration: String?
  /// Whether references may lead to documents on other machines, whatever is configured.
  public var allowsRemote: Bool
  /// Whether nothing is written.
  public var isDryRun: Bool
  /// Whether generated files are replaced that were edited by hand.
  public var force: Bool
  /// Today's date as `2026-11-23`, for the changelog.
  public var today: String
  /// Where to look for files that are not named; the working directory unless changed.
  public var folder: String

  public init(
    revision: String,
    configuration: String? = nil,
    allowsRemote: Bool = false,
    isDryRun: Bool = false,
    force: Bool = false,
    today: String = CurrentDate.text,
    folder: String = "."
  ) {
    self.revision = revision
    self.configuration = configuration
    self.allowsRemote = allowsRemote
    self.isDryRun = isDryRun
    self.force = force
    self.today = today
    self.folder = folder
  }
}
