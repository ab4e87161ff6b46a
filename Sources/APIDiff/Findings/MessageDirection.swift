/// Which way a message travels, seen from the generated client.
public enum MessageDirection: String, Sendable, Hashable, CaseIterable {
  /// From the client to the API: a request, or the answer to a callback or webhook.
  case sent
  /// From the API to the client: a successful response, or a callback or webhook.
  case received
  /// From the API to the client, to report a failure. Clients read its body only when asked to.
  case failure

  /// The direction of what answers, where this is the direction of what asks.
  var turned: MessageDirection { self == .sent ? .received : .sent }
}

extension Set<MessageDirection> {
  static var all: Set<MessageDirection> { Set(MessageDirection.allCases) }
  static var fromAPI: Set<MessageDirection> { [.received, .failure] }
}
