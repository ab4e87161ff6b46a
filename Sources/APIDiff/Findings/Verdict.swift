/// What an edit means on one axis.
public struct Verdict: Sendable, Hashable {
  public var level: Level
  /// Why, in one sentence without a full stop; empty when the level is `none`.
  public var reason: String

  public init(_ level: Level, _ reason: String = "") {
    self.level = level
    self.reason = reason
  }

  public static let none = Verdict(.none)
}
