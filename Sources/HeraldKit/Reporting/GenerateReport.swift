/// What a ``GenerateOutcome`` is to a user, as text.
public struct GenerateReport: Sendable {
  private let outcome: GenerateOutcome
  private let isVerbose: Bool
  private let showsTimings: Bool
  private var statistics: GenerationStatistics { outcome.statistics }

  /// - Parameters:
  ///   - isVerbose: Whether to tell also what was read and written, and how long it took.
  ///   - showsTimings: Whether to tell how long each stage took.
  public init(_ outcome: GenerateOutcome, isVerbose: Bool = false, showsTimings: Bool = false) {
    self.showsTimings = showsTimings
    self.outcome = outcome
    self.isVerbose = isVerbose
  }

  /// What is printed to standard output: the result.
  ///
  /// - Parameter color: Whether to mark up the text for a terminal.
  public func output(color: Bool) -> String {
    if case .outOfDate(let drift) = outcome.result { return drift.text(color: color) }
    return summary.map { $0 + "\n" } ?? ""
  }

  /// What is printed to standard error: what a user should know besides.
  ///
  /// - Parameter color: Whether to mark up the text for a terminal.
  public func errors(color: Bool) -> String {
    var text = isVerbose ? details.map { $0 + "\n" }.joined() : ""
    if showsTimings { text += TimingTable(statistics).lines.map { $0 + "\n" }.joined() }
    text += DiagnosticReport(color: color, showsAll: isVerbose).text(outcome.diagnostics)
    // The diff on standard output is for machines, too.
    if case .outOfDate = outcome.result, let summary { text += summary + "\n" }
    return text
  }

  /// One line that says what was done; nil when nothing was.
  var summary: String? {
    let declarations = "\(counted(statistics.operations, "operation")), \(counted(statistics.types, "type"))"
    let size = "\(declarations) in \(counted(statistics.files, "file"))"
    switch outcome.result {
    case .failed:
      return nil
    case .written(let changes):
      let changed = changes.count == 0 ? "none" : "\(changes.count)"
      return "Generated \(size) (\(changed) changed) · \(milliseconds)"
    case .upToDate:
      return "Up to date: \(size) · \(milliseconds)"
    case .outOfDate(let drift):
      let place = outcome.output ?? "the output folder"
      return "Out of date: \(counted(drift.files.count, "file")) in \(place); run `herald generate`"
    }
  }

  /// What was read, what went where, and how long each stage took: a line each.
  private var details: [String] {
    var lines = outcome.remarks
    if case .written(let changes) = outcome.result {
      let output = outcome.output.map { $0 + "/" } ?? ""
      lines += changes.created.map { "created \(output)\($0)" }
      lines += changes.replaced.map { "replaced \(output)\($0)" }
      lines += changes.deleted.map { "deleted \(output)\($0)" }
      lines.append("left \(counted(changes.unchanged.count, "file")) as before")
    }
    if let balance = outcome.balance { lines += BalanceTable(balance).lines }
    let stages = statistics.stages.map { "\($0.name) \(Self.tenths($0.duration)) ms" }
    if !stages.isEmpty { lines.append(stages.joined(separator: " · ")) }
    return lines
  }

  private var milliseconds: String {
    "\(Int((statistics.duration / .milliseconds(1)).rounded())) ms"
  }

  private static func tenths(_ duration: Duration) -> String {
    "\((duration / .milliseconds(1) * 10).rounded() / 10)"
  }
}
