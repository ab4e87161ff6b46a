/// What an edit does to the set of valid messages.
public struct Effect: Sendable, Hashable {
  /// How the set changes.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// More messages are valid.
    case widens
    /// Fewer messages are valid.
    case narrows
    /// Some messages are valid that were not, and the other way round.
    case shifts
    /// The description does not decide it.
    case undecided
  }

  public var change: Change
  /// What about the messages changes.
  public var facet: Facet
  /// The directions in which it does; others see nothing of the edit.
  public var directions: Set<MessageDirection>
  /// Whether every message is concerned, not only those that make use of what changed.
  public var isCertain: Bool

  public init(
    _ change: Change,
    _ facet: Facet,
    in directions: Set<MessageDirection> = Set(MessageDirection.allCases),
    isCertain: Bool = false
  ) {
    self.change = change
    self.facet = facet
    self.directions = directions
    self.isCertain = isCertain
  }

  /// The effect on a set that excludes what this set includes.
  var complemented: Effect {
    var effect = self
    switch change {
    case .widens: effect.change = .narrows
    case .narrows: effect.change = .widens
    case .shifts, .undecided: break
    }
    return effect
  }
}
