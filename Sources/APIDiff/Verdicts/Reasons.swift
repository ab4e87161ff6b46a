/// Why a verdict is what it is, in words.
enum Reasons {
  static let meaning = "what is sent and received looks as before, and means something else"
  static let unknownField =
    "clients and the server may disagree about a field whose meaning Herald does not know"
  static let uncheckedLimits =
    "generated clients do not check limits, so values beyond the old ones reach the code that uses them"

  static func text(for effect: Effect, in direction: MessageDirection, on axis: Axis) -> String {
    let isUncertain = effect.change == .undecided || (!effect.isCertain && direction != .sent)
    let (sender, receiver) = peers(in: direction, on: axis, mayOnly: isUncertain)
    let refusal = effect.change == .undecided ? "may not accept" : "do not accept"
    let verb = receiver.hasPrefix("the ") ? refusal.replacing("do not", with: "does not") : refusal
    return "\(sender) \(object(effect.facet)), which \(receiver) \(verb)"
  }

  private static func peers(
    in direction: MessageDirection,
    on axis: Axis,
    mayOnly: Bool
  ) -> (sender: String, receiver: String) {
    switch (direction, axis) {
    case (.sent, .rollout): ("new clients " + (mayOnly ? "may send" : "send"), "the old server")
    case (.sent, _): ("released clients " + (mayOnly ? "may send" : "send"), "the new server")
    case (_, .rollout): ("the old server " + (mayOnly ? "may send" : "sends"), "new clients")
    case (_, _): ("the new server " + (mayOnly ? "may send" : "sends"), "released clients")
    }
  }

  private static func object(_ facet: Facet) -> String {
    switch facet {
    case .address: "to an address"
    case .presence: "messages without it"
    case .members, .closedMembers: "members"
    case .type: "values of a type"
    case .null: "null"
    case .values: "values"
    case .constant: "a value"
    case .limits: "values beyond limits"
    case .format, .formatHint: "values in a format"
    case .precision: "numbers of a range"
    case .alternatives: "alternatives"
    case .discriminator: "discriminator values"
    case .serialization: "a form"
    case .mediaType, .offeredMediaType: "a media type"
    case .status, .furtherStatus: "a status"
    case .credentials: "credentials"
    case .meaning: "messages"
    }
  }
}
