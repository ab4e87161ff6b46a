/// What changed between two descriptions.
public struct Difference: Sendable {
  /// The gravest first, then in the order of the documents.
  public var findings: [Finding]
  /// Differences in the text that are no part of a finding.
  public var remaining: [RemainingEdit]
  /// How many places of the text differ; nil when the documents are written in different dialects, so that
  /// their texts cannot be compared place by place.
  public var editCount: Int?

  /// The uses that the findings refer to.
  public var uses: [Use] { findings.first?.uses.table.uses ?? [] }

  public init(findings: [Finding] = [], remaining: [RemainingEdit] = [], editCount: Int? = nil) {
    self.findings = findings
    self.remaining = remaining
    self.editCount = editCount
  }

  /// How many findings have this level on an axis; nil when the axis was not judged.
  public func count(of level: Level, on axis: Axis) -> Int? {
    let verdicts = findings.compactMap { $0.verdict(on: axis) }
    if verdicts.isEmpty, !findings.isEmpty { return nil }
    return verdicts.count { $0.level == level }
  }

  /// Whether the axis was judged.
  public func isJudged(_ axis: Axis) -> Bool {
    axis != .source || findings.allSatisfy { $0.source != nil } && !findings.isEmpty
  }
}
