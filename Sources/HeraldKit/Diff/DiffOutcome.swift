public import DiffReports
public import SourceDocuments

/// How a ``DiffCommand`` ended.
public struct DiffOutcome: Sendable {
  /// The report as text in the wanted format; nil when a document could not be read.
  public var text: String?
  public var report: DiffReport?
  /// Swift with deprecated aliases and forwarders for what has another name in the client's module; nil unless wanted.
  public var shims: String?
  /// The same for the server's module.
  public var serverShims: String?
  /// Errors, and warnings about accepted findings.
  public var diagnostics: [Diagnostic]
  /// How many findings hit a gate.
  public var gated: Int
  /// How long each part of the run took.
  public var statistics: GenerationStatistics
  /// What was read and built on the way. To give it back piece by piece takes a tenth of a run with large descriptions,
  /// which a program that ends anyway need not wait for.
  var remains: [any Sendable] = []

  /// 0, or 1 when a document could not be read, or 2 when a gate was hit.
  public var exitCode: Int32 {
    text == nil ? 1 : gated > 0 ? 2 : 0
  }
}
