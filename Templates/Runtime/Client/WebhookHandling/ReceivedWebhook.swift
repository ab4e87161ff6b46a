public import Foundation
public import HTTPTypes

/// A request that the API made to its user, as it came: a webhook or a callback.
public nonisolated struct ReceivedWebhook: Sendable, RedactedDescribable {
  /// The name in the description; nil when the request does not say which it is.
  public let name: String?

  /// Method, path and headers as they came.
  public let request: HTTPRequest

  /// The bytes of the body: what signatures are made of.
  public let body: Data

  /// A request, for tests and for servers that route by themselves.
  public init(name: String?, request: HTTPRequest? = nil, body: Data) {
    self.name = name
    self.request = request ?? HTTPRequest(method: .post, scheme: nil, authority: nil, path: nil)
    self.body = body
  }

  /// The headers as they came.
  public var headers: HTTPFields { request.headerFields }

  /// The text of a header; nil when there is none.
  public func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[$0] }
  }

  /// The body as a value that is written as JSON. What the value does not know is kept, as in responses.
  ///
  /// - Throws: `DecodingError`; ``CodingProblem`` makes a text of it that is fit for logs.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONCoding.decode(type, from: body)
  }

  /// The name, and nothing of the body.
  public var redactedDescription: String {
    name ?? "unnamed"
  }
}

nonisolated extension ReceivedWebhook {
  /// The text of a member of the body; nil where the body is no object with such a text.
  func member(_ name: String) -> String? {
    do {
      return try decode(JSONValue.self)[name].string
    } catch {
      // What is no JSON has no members; whoever reads the body learns of it.
      return nil
    }
  }
}
