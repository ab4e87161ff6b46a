import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

@Suite("Calls")
struct ClientTests {
  let message = SendMessageRequest(patientID: "1", messageType: .sms)

  @Test("A call that is not answered ends with its timeout")
  func timeout() async {
    let server = ScriptedServer([.silence])
    let start = ContinuousClock.now
    let error = await failure {
      try await server.client.messages.listEpisodes(options: CallOptions(timeout: .milliseconds(50)))
    }
    #expect(error?.kind == .timeout && error?.status == nil)
    #expect(error?.description == "listEpisodes: timeout, no answer within 0.05 seconds")
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("A timeout holds for all attempts and waits together")
  func timeoutOfRetries() async {
    let server = ScriptedServer(
      Array(repeating: .status(.serviceUnavailable), count: 1_000),
      ClientConfiguration(retry: RetryPolicy(maximumAttempts: 1_000, baseDelay: .milliseconds(100)))
    )
    var client = server.client
    client.core = client.core.sleeping { try await Task.sleep(for: $0) }
    let start = ContinuousClock.now
    let error = await failure {
      try await client.messages.listEpisodes(options: CallOptions(timeout: .milliseconds(500)))
    }
    #expect(error != nil && server.count < 10)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("Cancellation passes through")
  func cancellation() async throws {
    let server = ScriptedServer([.silence])
    let call = Task { try await server.client.messages.listEpisodes() }
    while server.count == 0 { try await Task.sleep(for: .milliseconds(1)) }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    let early = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await server.client.messages.listEpisodes()
    }
    await #expect(throws: CancellationError.self) { try await early.value }
  }

  @Test("The answer with status and headers")
  func withResponse() async throws {
    let server = ScriptedServer([.status(.created, [.eTag: "x"], "[1]")])
    let response = try await server.client.messages.withResponse.listEpisodes()
    #expect(response.status == .created && response.headers[.eTag] == "x" && response.body == [1])
  }

  @Test("Text, bytes and several forms of success")
  func otherBodies() async throws {
    let server = ScriptedServer([
      .status(.ok, [:], "text"), .status(.ok, [:], "data"),
      .status(.accepted, [.contentType: "Text/Plain; x=y"], "3"),
    ])
    let core = server.client.core
    let parts = RequestParts("o", .get, "/o")
    #expect(try await core.text(PartsEndpoint(parts), CallOptions()).body == "text")
    let data = try await core.data(PartsEndpoint(parts), accepting: "application/pdf", CallOptions()).body
    #expect(try await data.data() == Data("data".utf8))
    let raw = try await core.raw(
      PartsEndpoint(parts),
      accepting: "application/json, text/plain",
      CallOptions()
    )
    #expect(try raw.mediaType == "text/plain" && raw.decode(Int.self) == 3 && raw.text() == "3")
    #expect(raw.with(true).status == .accepted)
    let accepts = server.transport.requests.map { $0.request.headerFields[.accept] }
    #expect(accepts == ["text/plain", "application/pdf", "application/json, text/plain"])
  }

  @Test("Headers: the call's win over the operation's, these over the client's, credentials over all")
  func headers() async throws {
    let name = try #require(HTTPField.Name("X-Request-ID"))
    let key = try #require(HTTPField.Name("x-api-key"))
    let configuration = ClientConfiguration(
      headers: [name: "client", .userAgent: "mine", key: "wrong", .acceptLanguage: "en"]
    )
    let server = ScriptedServer([.status(.ok), .status(.ok)], configuration)
    _ = try await server.client.messages.listEpisodes(requestID: "operation")
    _ = try await server.client.messages.listEpisodes(
      requestID: "operation",
      options: CallOptions(headers: [name: "call", .accept: "application/x+json"])
    )
    _ = try await server.client.messages.getMessageStatus(
      id: "1",
      options: CallOptions(headers: [key: "wrong"])
    )
    let fields = server.transport.requests.map(\.request.headerFields)
    #expect(fields.map { $0[name] } == ["operation", "call", "client"])
    #expect(fields[0][.userAgent] == "mine" && fields[0][.acceptLanguage] == "en")
    #expect(fields[1][.accept] == "application/x+json")
    #expect(fields[2][key] == "key-4711")
  }

  @Test("Options of a call: server and credentials")
  func options() async throws {
    let server = ScriptedServer([])
    let options = CallOptions(credentials: APICredentials(apiKey: "other"), server: .production)
    _ = try await server.client.messages.getMessageStatus(id: "1", options: options)
    let request = try #require(server.transport.requests.first?.request)
    #expect(request.authority == "api.example.org")
    #expect(try request.headerFields[#require(HTTPField.Name("x-api-key"))] == "other")
    #expect(try request.headerFields[#require(HTTPField.Name("x-practice-group-id"))] == "group-4711")
  }

  @Test("Middleware sees every attempt, the first one outermost")
  func middleware() async throws {
    nonisolated struct Tag: ClientMiddleware {
      let name: String

      func intercept(
        _ request: APIRequest,
        next: @Sendable (APIRequest) async throws -> (HTTPResponse, HTTPBody)
      ) async throws -> (HTTPResponse, HTTPBody) {
        var request = request
        request.http.headerFields[.via] = (request.http.headerFields[.via] ?? "") + name
        var (response, body) = try await next(request)
        response.headerFields[.via] = (response.headerFields[.via] ?? "") + name
        return (response, body)
      }
    }
    let configuration = ClientConfiguration(middleware: [Tag(name: "a"), Tag(name: "b")])
    let server = ScriptedServer([.status(.serviceUnavailable), .status(.ok)], configuration)
    let response = try await server.client.messages.withResponse.listEpisodes()
    #expect(response.headers[.via] == "ba")
    #expect(server.transport.requests.map { $0.request.headerFields[.via] } == ["ab", "ab"])
  }

  @Test("An error has the answer, and decodes the documented body")
  func errors() async throws {
    let server = ScriptedServer([.status(.badRequest, [.retryAfter: "3"], #"{"code":"4711"}"#)])
    let error = try #require(await failure { try await server.client.messages.listEpisodes() })
    #expect(error.kind == .response && error.status == .badRequest && error.operationID == "listEpisodes")
    #expect(error.retryAfter == .seconds(3))
    #expect(try error.decode([String: String].self) == ["code": "4711"])
    #expect(error.description == "listEpisodes: response 400, Bad Request")
    let wrong = #expect(throws: APIError.self) { try error.decode([Int].self) }
    #expect(wrong?.kind == .decoding && wrong?.status == .badRequest)
  }

  @Test("An answer that is not what the description says")
  func undecodable() async throws {
    let server = ScriptedServer([
      .status(.ok, [.contentType: "text/html; charset=utf-8"], "<html>4711"),
      .status(.ok, [.contentType: "application/json"], #"{"message_id":4711}"#),
    ])
    let page = try #require(await failure { try await server.client.messages.listEpisodes() })
    #expect(page.kind == .decoding && page.description.hasSuffix("(the response is text/html)"))
    let error = try #require(await failure { try await server.client.messages.sendMessage(message) })
    #expect(error.description == "sendMessage: decoding 200, the response: message_id: expected a string")
    #expect(error.underlyingError is DecodingError && error.body == Data(#"{"message_id":4711}"#.utf8))
  }

  @Test("A redirect that was not followed is an error")
  func redirect() async {
    let server = ScriptedServer([.status(.found, [.location: "https://evil.example/"])])
    let error = await failure { try await server.client.messages.listEpisodes() }
    #expect(error?.description == "listEpisodes: response 302, a redirect that was not followed")
  }
}

@Suite("Credentials")
struct CredentialsTests {
  @Test("Without a value for a scheme nothing is sent, and the error names the scheme")
  func missing() async throws {
    let transport = InMemoryTransport { _, _ in (HTTPResponse(status: .ok), .empty) }
    let client = HeroHealthClient(
      server: .staging,
      credentials: APICredentials(apiKey: "x"),
      transport: transport
    )
    let message = SendMessageRequest(patientID: "1", messageType: .sms)
    let error = await failure { try await client.messages.sendMessage(message) }
    #expect(error?.description == "sendMessage: missingCredentials, no value for practiceGroupId")
    let other = await failure { try await client.messages.getMessageStatus(id: "1") }
    #expect(
      other?.description
        == "getMessageStatus: missingCredentials, no value for practiceGroupId, or bearerAuth"
    )
    let empty = APICredentials(apiKey: "", practiceGroupID: "", bearerToken: "")
    #expect(empty.schemes.isEmpty && transport.requests.isEmpty)
  }

  @Test("The first alternative that has all its values is sent, and nothing else")
  func alternatives() throws {
    let endpoint = MessagesEndpoint.getMessageStatus(id: "1")
    let bearer = APICredentials(apiKey: "x", bearerToken: "t")
    let token = try endpoint.request(to: .staging, credentials: bearer).http.headerFields
    #expect(token[.authorization] == "Bearer t" && token.count == 3)
    let all = APICredentials(apiKey: "x", practiceGroupID: "y", bearerToken: "t")
    let keys = try endpoint.request(to: .staging, credentials: all).http.headerFields
    #expect(keys[.authorization] == nil && keys.count == 4)
    let open = try MessagesEndpoint.deleteMessage(id: "1").request(to: .staging, credentials: all)
    #expect(open.http.headerFields.count == 2)
  }

  @Test("Credentials that are optional are sent if they are there")
  func optional() throws {
    let parts = RequestParts("o", .get, "/", security: [[], ["bearerAuth"]])
    let with = try parts.request(to: .staging, APICredentials(bearerToken: "t"), ClientConfiguration())
    #expect(with.http.headerFields[.authorization] == "Bearer t")
    let without = try parts.request(to: .staging, APICredentials(), ClientConfiguration())
    #expect(without.http.headerFields[.authorization] == nil)
  }

  @Test("Every place that a scheme may use")
  func placements() throws {
    var credentials = APICredentials()
    credentials.setQuery("api key", "a&b", scheme: "query")
    credentials.setCookie("session", "a;b", scheme: "cookie")
    credentials.setBasic(username: "user", password: "pass:é", scheme: "basic")
    var parts = RequestParts("o", .get, "/x", security: [["query", "cookie", "basic"]])
    parts.addQuery("q", 1)
    parts.addCookie("c", 2)
    let request = try parts.request(to: .staging, credentials, ClientConfiguration()).http
    #expect(request.path == "/x?q=1&api%20key=a%26b")
    #expect(request.headerFields[.cookie] == "c=2; session=a%3Bb")
    #expect(request.headerFields[.authorization] == "Basic dXNlcjpwYXNzOsOp")
    credentials.setBasic(username: "user", password: nil, scheme: "basic")
    credentials.setBearer(nil, scheme: "query")
    #expect(credentials.schemes == ["cookie"])
  }
}
