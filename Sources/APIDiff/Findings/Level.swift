/// How much an edit matters on one axis; a later case is graver.
public enum Level: String, Sendable, Hashable, CaseIterable {
  /// Nothing changes for anybody there.
  case none
  /// Something becomes possible that was not before.
  case additive
  /// It depends on what the description does not say: on use, on values, on tolerance of the other side.
  case mayBreak = "may-break"
  case breaks
}

extension Level: Comparable {
  public static func < (left: Level, right: Level) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .none: 0
    case .additive: 1
    case .mayBreak: 2
    case .breaks: 3
    }
  }
}
