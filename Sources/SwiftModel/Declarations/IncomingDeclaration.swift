public import SourceDocuments

/// The requests of one kind that an API makes to its users: an enum of events, a handler and a receiver.
public struct IncomingDeclaration: Sendable {
  public enum Kind: Sendable, Hashable { case webhooks, callbacks }

  public var kind: Kind
  /// The enum with a case for each request.
  public var eventName: String
  public var handlerName: String
  public var receiverName: String
  /// The member of bodies that says which webhook a request is, where there is one.
  public var discriminator: String?
  public var events: [Event]

  public struct Event: Sendable {
    /// The operation object.
    public var origin: SourceNode
    /// The name of the case and of the handler's function, without backticks.
    public var name: String
    /// The name in the description.
    public var wireName: String
    public var method: String
    /// Whether the method decides, since several requests have the same name.
    public var isToldByMethod: Bool
    /// Nil when the request has no body.
    public var payload: Payload?
    /// The value of the discriminator that stands for the event.
    public var discriminatorValue: String?
    /// The status to answer with.
    public var statusCode: Int
    public var documentation: [String]
  }

  public struct Payload: Sendable {
    /// The Swift type; `Data` for what is passed on as it comes.
    public var type: String
    public var isJSON: Bool
  }
}
