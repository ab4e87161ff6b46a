public import APIDiff
public import DiffReports
public import SourceDocuments

/// How an ``UpdateCommand`` ended.
public struct UpdateOutcome: Sendable {
  /// What was done, or would be.
  public struct Changes: Sendable {
    /// The version of the SDK before and after.
    public var version: (before: SemanticVersion, after: SemanticVersion)
    /// The entry of the changelog.
    public var entry: String
    /// The files outside the output folder that are replaced, as paths; empty when nothing changes.
    public var files: [String]
    /// The files that the old description read and the new one does not. They stay.
    public var unusedFiles: [String]
    /// The output folder, and how many of its files change.
    public var output: String
    public var outputCount: Int
  }

  /// What changed between the two descriptions; nil when one of them could not be read.
  public var report: DiffReport?
  /// Nil when nothing was done, for the reasons that the diagnostics give.
  public var changes: Changes?
  public var isDryRun: Bool
  /// Errors and warnings.
  public var diagnostics: [Diagnostic]

  /// 0, or 1 when nothing was done.
  public var exitCode: Int32 { changes == nil ? 1 : 0 }

  /// The report and what was done, as text.
  ///
  /// - Parameter color: Whether the text is marked up for a terminal.
  public func text(color: Bool) -> String {
    guard let report, let changes else { return "" }
    var lines = [report.text(as: .text, color: color)]
    guard !changes.files.isEmpty || changes.outputCount > 0 else {
      return lines[0] + "\nNothing to do: the SDK stays at \(changes.version.before.text).\n"
    }
    let (before, after) = changes.version
    let step = before == after ? "stays at \(before.text)" : "\(before.text) → \(after.text)"
    lines.append(isDryRun ? "To do:" : "Done:")
    lines.append("  version   \(step)")
    for file in changes.files { lines.append("  replace   \(file)") }
    for file in changes.unusedFiles { lines.append("  unused    \(file)") }
    lines.append("  generate  \(changes.output) (\(counted(changes.outputCount, "file")))")
    return lines.joined(separator: "\n") + "\n"
  }
}
