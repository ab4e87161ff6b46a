/// Which number of its version an SDK owes its users a raise of.
public enum VersionBump: String, Sendable, Hashable, CaseIterable {
  /// Nothing changes.
  case none
  /// The same code does the same.
  case patch
  /// Something is new.
  case minor
  /// Code has to be changed, or does something else.
  case major
}

extension Difference {
  /// What the SDK owes: code that no longer compiles, or does something else, makes it a major version. That released
  /// clients stop working does not change the number: no number of a new version reaches them.
  ///
  /// Nil when the Swift source was not judged.
  public var owedBump: VersionBump? {
    guard isSourceJudged else { return nil }
    if findings.contains(where: { $0.source?.level == .breaks || $0.behaviour.level == .breaks }) {
      return .major
    }
    if findings.contains(where: { ($0.source?.level ?? .none) > .none || $0.behaviour.level > .none }) {
      return .minor
    }
    let isDocumented = remaining.contains { $0.reason == .documentation }
    return findings.isEmpty && !isDocumented ? VersionBump.none : .patch
  }
}
