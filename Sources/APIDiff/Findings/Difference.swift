public import SwiftModel

/// What changed between two descriptions.
public struct Difference: Sendable {
  /// The gravest first, then in the order of the documents.
  public var findings: [Finding]
  /// Differences in the text that are no part of a finding.
  public var remaining: [RemainingEdit]
  /// How many places of the text differ; nil when the documents are written in different dialects, so that
  /// their texts cannot be compared place by place.
  public var editCount: Int?
  /// Whether the declarations of the generated Swift were compared.
  public var isSourceJudged: Bool
  /// What can stand in for declarations of the client's module that have another name, or order of arguments.
  public var shims: ShimsDeclaration
  /// The same for the server's module.
  public var serverShims: ShimsDeclaration

  /// The uses that the findings refer to.
  public var uses: [Use] { findings.first?.uses.table.uses ?? [] }

  public init(
    findings: [Finding] = [],
    remaining: [RemainingEdit] = [],
    editCount: Int? = nil,
    isSourceJudged: Bool = false,
    shims: ShimsDeclaration = ShimsDeclaration(),
    serverShims: ShimsDeclaration = ShimsDeclaration()
  ) {
    self.findings = findings
    self.remaining = remaining
    self.editCount = editCount
    self.isSourceJudged = isSourceJudged
    self.shims = shims
    self.serverShims = serverShims
  }

  /// How many findings have this level on an axis; nil when the axis was not judged.
  public func count(of level: Level, on axis: Axis) -> Int? {
    guard isJudged(axis) else { return nil }
    return findings.count { ($0.verdict(on: axis) ?? .none).level == level }
  }

  /// Whether the axis was judged.
  public func isJudged(_ axis: Axis) -> Bool {
    axis != .source || isSourceJudged
  }
}
