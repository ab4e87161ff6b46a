/// A place in the messages of an operation, as the comparison reaches it.
struct Site {
  var operation: OperationPlace
  var place: String
  var direction: MessageDirection
}

/// How an operation is named in findings.
struct OperationPlace {
  /// Its id, or its method and path.
  var name: String
  /// Its method and path, or the webhook or callback it belongs to.
  var address: String
  var tags: [String]
  /// Whether the API is who asks: the messages of callbacks and webhooks travel the other way round.
  var isTurned = false

  var requests: MessageDirection { isTurned ? .received : .sent }

  func answers(isFailure: Bool) -> MessageDirection {
    if isTurned { return .sent }
    return isFailure ? .failure : .received
  }
}
