public import Accounting
public import SourceDocuments

/// How a ``GenerateCommand`` ended.
public struct GenerateOutcome: Sendable {
  /// What became of the files.
  public enum Result: Sendable {
    /// Nothing was written, for the reasons that the diagnostics give.
    case failed
    /// They were written.
    case written(OutputChanges)
    /// They are what is there already. Only when checking.
    case upToDate
    /// They are not what is there. Only when checking.
    case outOfDate(OutputDrift)
  }

  public var result: Result
  /// Errors and warnings, sorted.
  public var diagnostics: [Diagnostic]
  public var statistics: GenerationStatistics
  /// What became of everything that the description says; nil when generation did not come that far.
  public var balance: Balance?
  /// The output folder, as far as it is known.
  public var output: String?
  /// What a reader of verbose output should know, a sentence each.
  public var remarks: [String]

  /// What the process should exit with.
  public var exitCode: Int32 {
    switch result {
    case .written, .upToDate: 0
    case .failed: 1
    case .outOfDate: 2
    }
  }
}
