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
    /// The status to answer with, where the answer has no body.
    public var statusCode: Int
    /// Nil when the answer has no body.
    public var answer: Answer?
    public var documentation: [String]
  }

  /// The body of an answer.
  public struct Answer: Sendable {
    public enum Kind: String, Sendable { case json, text, bytes }

    /// The Swift type that a handler returns, with its `?`.
    public var type: String
    public var kind: Kind
    public var statusCode: Int
    /// The media type, where it is not the usual one of the kind.
    public var contentType: String?
    /// The status of the answer without a body, where there may be such a one.
    public var statusCodeWithout: Int?
  }

  public struct Payload: Sendable {
    /// The Swift type; `Data` for what is passed on as it comes.
    public var type: String
    public var isJSON: Bool
  }
}
