import Foundation
public import HTTPTypes

/// Checks that a request comes from the API, before anything of it is read: its signature over the bytes of the body.
///
/// Throws ``WebhookRefusal`` to refuse it; any other error refuses it with 401.
public typealias WebhookVerification = @Sendable (ReceivedWebhook) async throws -> Void

/// Answers the requests that an API makes to its users.
public nonisolated protocol WebhookReceiving: Sendable {
  /// The path that requests come to. Below it, the name of a webhook says which it is: `/webhooks/order.created`.
  var path: String { get }

  /// Checks where a request comes from.
  var verify: WebhookVerification? { get }

  /// The name of a webhook that came to the path itself; nil for one that is not known.
  func name(of webhook: ReceivedWebhook) -> String?

  /// Has a request handled.
  ///
  func receive(_ webhook: ReceivedWebhook) async throws -> WebhookAnswer
}

nonisolated extension WebhookReceiving {
  /// Answers a request. Never throws: every error is an answer.
  ///
  /// That is 404 for another path, 413 for a body of more than 10 MiB, 401 for what is not verified, 400 for a body
  /// that is not what the description says, the status of a ``WebhookRefusal`` that a handler throws, and 500 for any
  /// other error.
  public func respond(to request: HTTPRequest, body: HTTPBody) async -> (HTTPResponse, HTTPBody) {
    do {
      let answer = try await answer(to: request, body)
      var response = HTTPResponse(status: answer.status)
      response.headerFields[.contentType] = answer.contentType
      return (response, answer.body.isEmpty ? .empty : .data(answer.body))
    } catch let refusal as WebhookRefusal {
      return Self.response(refusal.status, refusal.reason)
    } catch is DecodingError {
      return Self.response(.badRequest, "the body is not what the description says")
    } catch {
      return Self.response(.internalServerError, "")
    }
  }

  private func answer(to request: HTTPRequest, _ body: HTTPBody) async throws -> WebhookAnswer {
    let name = try name(in: request.path ?? "/")
    let data: Data
    do {
      data = try await body.collect(upTo: 10 * 1_024 * 1_024)
    } catch is HTTPBodyTooLarge {
      throw WebhookRefusal(.contentTooLarge)
    }
    var webhook = ReceivedWebhook(name: name, request: request, body: data)
    try await check(webhook)
    if name == nil {
      webhook = ReceivedWebhook(name: self.name(of: webhook), request: request, body: data)
    }
    return try await receive(webhook)
  }

  private func check(_ webhook: ReceivedWebhook) async throws {
    do {
      try await verify?(webhook)
    } catch let refusal as WebhookRefusal {
      throw refusal
    } catch {
      throw WebhookRefusal(.unauthorized)
    }
  }

  /// The name behind the path; nil for the path itself.
  private func name(in target: String) throws -> String? {
    var requested = target.prefix { $0 != "?" }
    var base = path[...]
    while base.last == "/" { base.removeLast() }
    guard requested.hasPrefix(base) else { throw WebhookRefusal(.notFound) }
    requested = requested.dropFirst(base.count)
    if requested.isEmpty || requested == "/" { return nil }
    guard requested.first == "/", let name = requested.dropFirst().removingPercentEncoding else {
      throw WebhookRefusal(.notFound)
    }
    return name
  }

  private static func response(_ status: HTTPResponse.Status, _ reason: String) -> (HTTPResponse, HTTPBody) {
    if reason.isEmpty { return (HTTPResponse(status: status), .empty) }
    let headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
    return (HTTPResponse(status: status, headerFields: headers), .utf8(reason))
  }
}
