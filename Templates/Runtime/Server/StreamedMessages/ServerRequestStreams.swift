public import ClientRuntime
import HTTPTypes

nonisolated extension ServerRequest {
  /// The body as JSON values one after the other, each read when the handler asks for it.
  ///
  /// The body as a whole is not held to the limit of bodies; each value is. A value that is not what the description says
  /// is thrown where the handler reads it, as ``HandlerError`` with status 400.
  ///
  /// - Parameters:
  ///   - type: The type of a value.
  ///   - mediaType: The media type that the body has to have.
  ///   - rules: What is demanded of a value beside what its type demands.
  /// - Throws: ``HandlerError`` with status 415 for another media type.
  public func sequence<Item: Codable & Sendable>(
    of type: Item.Type,
    _ mediaType: String,
    rules: (any ValueRules)? = nil
  ) async throws -> JSONSequence<Item> {
    try require(mediaType) { $0 == HTTPMediaType.essence(mediaType) }
    return JSONSequence(reading: body, contentType: mediaType, limit: bodyLimit) { text in
      let item: Item
      do {
        item = try JSONCoding.decode(type, from: text, strict: true)
      } catch {
        throw HandlerError.invalid(CodingProblem(error))
      }
      return try Self.validated(item, rules: rules)
    }
  }

  /// The body as JSON values one after the other, or nil if there is no body.
  ///
  /// - Throws: As ``sequence(of:_:rules:)``.
  public func sequenceIfPresent<Item: Codable & Sendable>(
    of type: Item.Type,
    _ mediaType: String,
    rules: (any ValueRules)? = nil
  ) async throws -> JSONSequence<Item>? {
    hasBody ? try await sequence(of: type, mediaType, rules: rules) : nil
  }

  /// The body as events, `text/event-stream`, each read when the handler asks for it.
  ///
  /// The body as a whole is not held to the limit of bodies; each event is. An event that is not what the description
  /// says is thrown where the handler reads it, as ``HandlerError`` with status 400.
  ///
  /// - Parameters:
  ///   - type: The type of an item.
  ///   - form: What the items are made of.
  ///   - rules: What is demanded of an item beside what its type demands.
  /// - Throws: ``HandlerError`` with status 415 for another media type.
  public func events<Item: Codable & Sendable>(
    of type: Item.Type,
    _ form: EventForm = .data,
    rules: (any ValueRules)? = nil
  ) async throws -> EventStream<Item> {
    try require("text/event-stream") { $0 == "text/event-stream" }
    return EventStream(reading: body, limit: bodyLimit) { event in
      let item: Item
      do {
        item = try form.item(type, of: event, strict: true)
      } catch {
        throw HandlerError.invalid(CodingProblem(error))
      }
      return try Self.validated(item, rules: rules)
    }
  }

  /// The body as events, or nil if there is no body.
  ///
  /// - Throws: As ``events(of:_:rules:)``.
  public func eventsIfPresent<Item: Codable & Sendable>(
    of type: Item.Type,
    _ form: EventForm = .data,
    rules: (any ValueRules)? = nil
  ) async throws -> EventStream<Item>? {
    hasBody ? try await events(of: type, form, rules: rules) : nil
  }
}
