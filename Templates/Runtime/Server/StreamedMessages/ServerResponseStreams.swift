public import ClientRuntime
public import HTTPTypes

nonisolated extension ServerResponse {
  /// An answer of events, each sent when it is there.
  public static func events<Item: Codable & Sendable>(
    _ status: HTTPResponse.Status,
    _ events: EventStream<Item>,
    _ form: EventForm = .data
  ) -> ServerResponse {
    let headers: ResponseHeaders = [.contentType: "text/event-stream", .cacheControl: "no-cache"]
    return ServerResponse(status, headers: headers, body: events.body(form))
  }

  /// An answer of a sequence of JSON values, each sent when it is there.
  public static func sequence<Item: Codable & Sendable>(
    _ status: HTTPResponse.Status,
    _ items: JSONSequence<Item>,
    _ contentType: String
  ) -> ServerResponse {
    ServerResponse(status, headers: [.contentType: contentType], body: items.body(contentType))
  }
}
