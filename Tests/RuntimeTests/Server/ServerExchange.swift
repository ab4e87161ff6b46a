import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

/// A filter as an object parameter may be.
nonisolated struct Filter: APIModel, Sendable {
  var kind: SendMessageRequest.MessageType
  var limit: Int?
  var active: Bool?
  var tags: [String]?
  var since: Date?

  init(
    kind: SendMessageRequest.MessageType,
    limit: Int? = nil,
    active: Bool? = nil,
    tags: [String]? = nil,
    since: Date? = nil
  ) {
    self.kind = kind
    self.limit = limit
    self.active = active
    self.tags = tags
    self.since = since
  }

  init(from fields: FieldReader) throws {
    kind = try fields.value("kind", SendMessageRequest.MessageType.self)
    limit = try fields.integerIfPresent("limit")
    active = try fields.booleanIfPresent("active")
    tags = try fields.valueIfPresent("tags", [String].self)
    since = try fields.dateIfPresent("since")
  }

  func write(to fields: inout FieldWriter) {
    fields.value("kind", kind)
    fields.integerIfPresent("limit", limit)
    fields.booleanIfPresent("active", active)
    fields.valueIfPresent("tags", tags)
    fields.dateIfPresent("since", since)
  }
}

/// A form with lists and objects.
nonisolated struct FormValue: Codable, Equatable, Sendable {
  var name: String
  var tags: [String]
  var rows: [[String: String]]
  var more: [String: String]
}

/// Runs a reading of a request that a client made.
nonisolated struct Reading<Value: Sendable>: RouteGroup {
  static var routes: [Route] { [Route("o", .post, "/x"), Route("o", .post, "/x/{p}")] }

  let read: @Sendable (ServerRequest) async throws -> Value
  let result: Result

  nonisolated final class Result: @unchecked Sendable {
    var value: Value?
  }

  func respond(to request: ServerRequest) async throws -> ServerResponse {
    result.value = try await read(request)
    return .empty(.noContent)
  }
}

/// Has a client make requests, and a server read them, in process.
protocol ServerExchange {}

extension ServerExchange {
  /// What the server reads of what the client wrote, or what it answers instead.
  func read<Value: Sendable>(
    path: String = "/x",
    bodyLimit: Int = 1_000_000,
    _ write: (inout RequestParts) -> Void,
    _ read: @escaping @Sendable (ServerRequest) async throws -> Value
  ) async throws -> (value: Value?, status: HTTPResponse.Status, message: String?) {
    let reading = Reading(read: read, result: Reading<Value>.Result())
    var parts = RequestParts("o", .post, path)
    write(&parts)
    let request = try parts.request(to: .staging, APICredentials(), ClientConfiguration())
    let (response, body) = await Router([reading], bodyLimit: bodyLimit)
      .respond(to: request.http, body: request.body)
    let data = try await body.collect(upTo: 10_000)
    let message = data.isEmpty ? nil : try JSONCoding.decode(JSONValue.self, from: data)["message"].string
    return (reading.result.value, response.status, message)
  }
}

extension Filter {
  /// A filter with a value of every kind.
  static let example = Filter(
    kind: .nhsApp,
    limit: 3,
    active: true,
    tags: ["a b", "c,d&e"],
    since: Date(timeIntervalSince1970: 0)
  )
}
