/// How a receiver takes what it does not expect.
enum Tolerance {
  /// It fails.
  case refuses
  /// Whether it fails depends on what the description does not say.
  case mayRefuse
  /// It goes on as if nothing had happened.
  case absorbs

  func applied(to level: Level) -> Level {
    switch self {
    case .refuses: level
    case .mayRefuse: min(level, .mayBreak)
    case .absorbs: .none
    }
  }

  /// The tolerance of whoever receives a message that travels in a direction.
  static func of(
    _ facet: Facet,
    in direction: MessageDirection,
    on axis: Axis,
    isCertain: Bool
  ) -> Tolerance {
    switch direction {
    case .sent: ofServers(facet, on: axis, isCertain: isCertain)
    case .received: ofGeneratedClients(facet)
    case .failure: ofGeneratedClients(facet) == .absorbs || isStatus(facet) ? .absorbs : .mayRefuse
    }
  }

  /// What a server that is not known does. Servers pass over members and parameters that they do not know;
  /// whoever sends one that was removed may miss what it did.
  private static func ofServers(_ facet: Facet, on axis: Axis, isCertain: Bool) -> Tolerance {
    if facet == .members { return axis == .deployed ? .mayRefuse : .absorbs }
    // The author of a new client chooses whether to use what the old server does not know yet.
    if axis == .rollout, !isCertain { return .mayRefuse }
    return .refuses
  }

  /// What the decoder of a generated client does, which is known.
  private static func ofGeneratedClients(_ facet: Facet) -> Tolerance {
    switch facet {
    // Unknown members are passed over, unknown values and union members kept as they came, limits unchecked.
    case .members, .closedMembers, .values, .alternatives, .limits, .formatHint:
      .absorbs
    // A number may be too large; a constant matters where it tells union members apart; headers are kept as
    // text; another media type is served only to those who ask, or to all.
    case .precision, .constant, .serialization, .offeredMediaType, .furtherStatus:
      .mayRefuse
    case .address, .presence, .type, .null, .format, .discriminator, .mediaType, .status, .credentials,
      .meaning:
      .refuses
    }
  }

  /// A failure is a failure, whichever status it has.
  private static func isStatus(_ facet: Facet) -> Bool {
    facet == .status || facet == .furtherStatus
  }
}
