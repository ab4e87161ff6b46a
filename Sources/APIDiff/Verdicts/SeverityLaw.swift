/// Derives verdicts from what an edit does to the set of valid messages and from the way they travel.
///
/// A released client that sends what is no longer accepted, or receives what it never accepted, breaks; so a
/// deployed client is hurt when what it sends is narrowed or what it receives is widened. For a new client
/// before an old server it is the other way round. How far the receiver tolerates it is asked of `Tolerance`.
enum SeverityLaw {
  static func verdict(on axis: Axis, of effects: [Effect], in directions: Set<MessageDirection>) -> Verdict {
    var gravest = Verdict.none
    for effect in effects {
      for direction in MessageDirection.allCases
      where directions.contains(direction) && effect.directions.contains(direction) {
        let verdict = verdict(on: axis, of: effect, in: direction)
        if verdict.level > gravest.level { gravest = verdict }
      }
    }
    return gravest
  }

  private static func verdict(on axis: Axis, of effect: Effect, in direction: MessageDirection) -> Verdict {
    switch axis {
    case .source:
      return .none
    case .behaviour:
      return behaviour(of: effect, in: direction)
    case .deployed, .rollout:
      guard effect.facet != .meaning else { return .none }
      let untolerated = levelByLaw(of: effect, in: direction, on: axis)
      guard untolerated > .none else { return .none }
      let tolerance = Tolerance.of(effect.facet, in: direction, on: axis, isCertain: effect.isCertain)
      let level = tolerance.applied(to: untolerated)
      return Verdict(level, level == .none ? "" : Reasons.text(for: effect, in: direction, on: axis))
    }
  }

  /// The level when the receiver insists on the letter.
  private static func levelByLaw(of effect: Effect, in direction: MessageDirection, on axis: Axis) -> Level {
    switch effect.change {
    case .shifts: .breaks
    case .undecided: .mayBreak
    case .narrows: (direction == .sent) == (axis == .deployed) ? .breaks : .none
    case .widens: (direction == .sent) == (axis == .rollout) ? .breaks : .none
    }
  }

  private static func behaviour(of effect: Effect, in direction: MessageDirection) -> Verdict {
    if effect.facet == .meaning {
      let level: Level = effect.change == .undecided || effect.change == .widens ? .mayBreak : .breaks
      return Verdict(level, Reasons.meaning)
    }
    // What the decoder lets through unchecked reaches code that may rely on the old limits.
    if effect.facet == .limits, direction != .sent, effect.change != .narrows {
      return Verdict(.mayBreak, Reasons.uncheckedLimits)
    }
    return .none
  }
}
