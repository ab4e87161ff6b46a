nonisolated extension ClientCore {
  /// A call that answers with events.
  func events<Item: Codable & Sendable>(
    _ endpoint: some APIEndpoint,
    of type: Item.Type,
    as form: EventForm = .data,
    accepting mediaTypes: String? = nil,
    _ options: CallOptions?
  ) async throws -> APIResponse<EventStream<Item>> {
    let expectation = ResponseExpectation(mediaTypes ?? "text/event-stream", streaming: ["*/*"])
    let response = try await raw(endpoint.parts, expectation, options)
    return response.with(response.events(type, form))
  }

  /// A call that answers with a sequence of JSON values.
  func sequence<Item: Codable & Sendable>(
    _ endpoint: some APIEndpoint,
    of type: Item.Type,
    accepting mediaTypes: String,
    _ options: CallOptions?
  ) async throws -> APIResponse<JSONSequence<Item>> {
    let response = try await raw(endpoint.parts, ResponseExpectation(mediaTypes, streaming: ["*/*"]), options)
    return response.with(response.sequence(type))
  }
}
