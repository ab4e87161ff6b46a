/// A place in the messages of an operation where an edit has an effect.
public struct Use: Sendable, Hashable {
  /// The operation as people name it: its id, or its method and path.
  public var operation: String
  /// The method and path, or the name of the webhook or callback.
  public var address: String
  public var tags: [String]
  /// The part of the message: `request body`, `response 200`, `query parameter 'limit'`.
  public var place: String
  public var direction: MessageDirection

  public init(
    operation: String,
    address: String,
    tags: [String],
    place: String,
    direction: MessageDirection
  ) {
    self.operation = operation
    self.address = address
    self.tags = tags
    self.place = place
    self.direction = direction
  }
}
