/// A version by the rules of Semantic Versioning 2.0.0, without what stands behind a hyphen or plus sign.
public struct SemanticVersion: Sendable, Hashable {
  public var major: Int
  public var minor: Int
  public var patch: Int

  public init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `1.2.3`, also with a `v` before and with a pre-release or build behind it; nil for anything else.
  public init?(_ text: String) {
    let core = text.trimmingPrefix("v").prefix { $0 != "-" && $0 != "+" }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  public var text: String { "\(major).\(minor).\(patch)" }

  /// The next version. Before 1.0.0, where everything may change (clause 4), a break raises the second number.
  public func raised(by bump: VersionBump) -> SemanticVersion {
    switch (bump, major) {
    case (.none, _): self
    case (.major, 0), (.minor, 1...): SemanticVersion(major, minor + 1, 0)
    case (.major, _): SemanticVersion(major + 1, 0, 0)
    case (.minor, _), (.patch, _): SemanticVersion(major, minor, patch + 1)
    }
  }
}

extension SemanticVersion: Comparable {
  public static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
