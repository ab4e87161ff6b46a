import APIDiff

extension DiffReport {
  /// Nil when the Swift source was not judged.
  var versionAdvice: VersionAdvice? { VersionAdvice(self) }
}

/// The version that an SDK owes, and whether `info.version` of the new description says as much.
struct VersionAdvice {
  let bump: VersionBump
  /// Nil when the old version is no semantic version.
  let owed: SemanticVersion?
  private let base: String
  private let declared: String

  /// Nil when the Swift source was not judged.
  init?(_ report: DiffReport) {
    guard let bump = report.difference.owedBump else { return nil }
    self.bump = bump
    base = report.base.version
    declared = report.revision.version
    owed = SemanticVersion(base)?.raised(by: bump)
  }

  /// Whether the new `info.version` is at least what is owed; nil when one of them is no semantic version.
  var isEnough: Bool? {
    guard let owed, let version = SemanticVersion(declared) else { return nil }
    return version >= owed
  }

  /// `major: 1.4.0 → 2.0.0; info.version says 1.5.0, which is too small`.
  var text: String {
    guard bump != .none else { return "stays as it is" }
    guard let owed else { return "\(bump.rawValue); info.version is no semantic version" }
    let step = "\(bump.rawValue): \(base) → \(owed.text)"
    switch isEnough {
    case nil: return step
    case true?: return declared == owed.text ? step : step + "; info.version says \(declared)"
    case false?:
      let says = declared == base ? "info.version stays at \(base)" : "info.version says \(declared)"
      return step + "; \(says), which is too small"
    }
  }
}
