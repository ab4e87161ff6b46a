/// What a ``GenerateOutcome`` is to a user, as text.
public struct GenerateReport: Sendable {
  private let outcome: GenerateOutcome
  private var statistics: GenerationStatistics { outcome.statistics }

  public init(_ outcome: GenerateOutcome) {
    self.outcome = outcome
  }

  /// One line that says what was done; nil when nothing was.
  public var summary: String? {
    let size =
      "\(counted(statistics.operations, "operation")), \(counted(statistics.types, "type")) in "
      + counted(statistics.files, "file")
    switch outcome.result {
    case .failed:
      return nil
    case .written(let changes):
      return "Generated \(size) (\(changes.count == 0 ? "none" : "\(changes.count)") changed) · \(milliseconds)"
    case .upToDate:
      return "Up to date: \(size) · \(milliseconds)"
    case .outOfDate(let drift):
      return "Out of date: \(counted(drift.files.count, "file")) in \(outcome.output ?? "."); run `herald generate`"
    }
  }

  /// What was read, what went where, and how long each stage took: a line each.
  public var details: [String] {
    var lines = outcome.remarks
    if case .written(let changes) = outcome.result {
      let output = outcome.output.map { $0 + "/" } ?? ""
      lines += changes.created.map { "created \(output)\($0)" }
      lines += changes.replaced.map { "replaced \(output)\($0)" }
      lines += changes.deleted.map { "deleted \(output)\($0)" }
      lines.append("left \(counted(changes.unchanged.count, "file")) as before")
    }
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
