import ClientRuntime
import Foundation
import HTTPTypes
import ServerRuntime
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("URLSession against a server on this machine", .timeLimit(.minutes(5)))
struct URLSessionTransportTests {
  let credentials = APICredentials(apiKey: "key", practiceGroupID: "group")

  private func client(_ server: LocalServer, retry: RetryPolicy = .never) -> HeroHealthClient {
    HeroHealthClient(
      server: APIServer(server.url),
      credentials: credentials,
      configuration: ClientConfiguration(timeout: .seconds(20), retry: retry)
    )
  }

  @Test("Calls are answered by the router")
  func router() async throws {
    let server = try LocalServer(HeroHealthRouter.stubs().respond)
    let client = client(server)
    let sent = try await client.messages.sendMessage(SendMessageRequest(patientID: "é", messageType: .sms))
    #expect(sent.messageID == "1")
    let status = try await client.messages.getMessageStatus(id: "a/b?c d%é")
    #expect(status["id"].string == "a/b?c d%é")
    try await client.messages.deleteMessage(id: "1")
    let error = await failure { try await client.messages.listEpisodes(pageIndex: 1) }
    #expect(error?.status == .notImplemented)
  }

  @Test("Method, path, headers and body arrive as they were sent")
  func exchange() async throws {
    let server = try LocalServer { request, body in
      let text = (try? await String(decoding: body.collect(upTo: .max), as: UTF8.self)) ?? ""
      let key = HTTPField.Name("x-api-key").flatMap { request.headerFields[$0] } ?? ""
      let answer: JSONValue = [
        "method": .string(request.method.rawValue), "path": .string(request.path ?? ""),
        "body": .string(text),
        "key": .string(key), "agent": .string(request.headerFields[.userAgent] ?? ""),
        "accept": .string(request.headerFields[.accept] ?? ""),
      ]
      let data = (try? JSONCoding.encode(answer)) ?? Data()
      return (
        HTTPResponse(status: .ok, headerFields: [.contentType: "application/json", .eTag: "x"]), .data(data)
      )
    }
    let transport = URLSessionTransport()
    let body = SendMessageRequest(patientID: "1", messageType: .sms)
    var request = try MessagesEndpoint.sendMessage(body).request(
      to: APIServer(server.url),
      credentials: credentials
    )
    request.http.path = "/v1/x%2Fy?a%5B%5D=b%20c&d=%2B"
    let (response, stream) = try await transport.send(request.http, body: request.body)
    let answer = try JSONCoding.decode(JSONValue.self, from: await stream.collect(upTo: 10_000))
    #expect(response.status == .ok && response.headerFields[.eTag] == "x")
    #expect(answer["method"] == "POST" && answer["path"] == "/v1/x%2Fy?a%5B%5D=b%20c&d=%2B")
    #expect(answer["body"] == #"{"patient_id":"1","message_type":"sms"}"# && answer["key"] == "key")
    #expect(answer["agent"] == "ClientRuntime" && answer["accept"] == "application/json")
  }

  @Test("A streamed body is sent as a whole, up to its limit")
  func streamedRequest() async throws {
    let server = try LocalServer { _, body in (HTTPResponse(status: .ok), body) }
    let chunks = AsyncStream { continuation in
      for text in ["a", "b", "c"] { continuation.yield(Data(text.utf8)) }
      continuation.finish()
    }
    let request = HTTPRequest(
      method: .put,
      scheme: "http",
      authority: String(server.url.dropFirst(7)),
      path: "/"
    )
    let (_, body) = try await URLSessionTransport().send(request, body: .stream(from: chunks))
    #expect(try await body.collect(upTo: 10) == Data("abc".utf8))
    await #expect(throws: HTTPBodyTooLarge.self) {
      try await URLSessionTransport(streamLimit: 2).send(
        request,
        body: .stream(from: AsyncStream { $0.yield(Data("abc".utf8)) })
      )
    }
  }

  @Test("A redirect within the origin is followed, with its headers")
  func redirectWithinOrigin() async throws {
    let server = try LocalServer { request, _ in
      if request.path == "/v1/episodes" {
        return (HTTPResponse(status: .temporaryRedirect, headerFields: [.location: "/moved?x=1"]), .empty)
      }
      let key = HTTPField.Name("x-marker").flatMap { request.headerFields[$0] } ?? "none"
      return (HTTPResponse(status: .ok), .data(Data("[\"\(request.path ?? "")\",\"\(key)\"]".utf8)))
    }
    let name = try #require(HTTPField.Name("x-marker"))
    let answer = try await client(server).messages.listEpisodes(options: CallOptions(headers: [name: "here"]))
    #expect(answer == ["/moved?x=1", "here"])
  }

  @Test("A redirect to another origin is not followed: no header leaves with it")
  func redirectToOtherOrigin() async throws {
    let visits = InMemoryTransport { _, _ in (HTTPResponse(status: .ok), .data(Data("{}".utf8))) }
    let other = try LocalServer { request, body in
      (try? await visits.send(request, body: body)) ?? (HTTPResponse(status: .ok), .empty)
    }
    let target = other.url + "/v1/episodes"
    for status in [
      HTTPResponse.Status.movedPermanently, .found, .seeOther, .temporaryRedirect, .permanentRedirect,
    ] {
      let server = try LocalServer { _, _ in
        (HTTPResponse(status: status, headerFields: [.location: target]), .empty)
      }
      let error = await failure { try await client(server).messages.getMessageStatus(id: "1") }
      #expect(error?.status == status && error?.reason == "a redirect that was not followed")
    }
    #expect(visits.requests.isEmpty)
  }

  @Test("A server that does not answer: timeout, and cancellation")
  func silence() async throws {
    let server = try LocalServer { _, _ in
      try? await Task.sleep(for: .seconds(60))
      return (HTTPResponse(status: .ok), .empty)
    }
    let client = client(server)
    let start = ContinuousClock.now
    let error = await failure {
      try await client.messages.listEpisodes(options: CallOptions(timeout: .milliseconds(200)))
    }
    #expect(error?.kind == .timeout)
    let call = Task { try await client.messages.listEpisodes() }
    try await Task.sleep(for: .milliseconds(100))
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    for delay in 0..<20 {
      let cancelled = Task { try await client.messages.listEpisodes() }
      try await Task.sleep(for: .milliseconds(delay / 4))
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
    }
    #expect(ContinuousClock.now - start < .seconds(50))
  }

  @Test("A port where nobody listens, after all attempts")
  func refused() async throws {
    var server: LocalServer? = try LocalServer { _, _ in (HTTPResponse(status: .ok), .empty) }
    let url = try #require(server?.url)
    server = nil
    let client = HeroHealthClient(
      server: APIServer(url),
      configuration: ClientConfiguration(retry: RetryPolicy(maximumAttempts: 2, baseDelay: .milliseconds(1)))
    )
    let error = await failure { try await client.messages.listEpisodes() }
    #expect(error?.kind == .transport && error?.underlyingError is URLError)
    #expect(
      error?.description == "listEpisodes: transport, the host refuses connections or cannot be reached"
    )
  }

  @Test("An answer that is larger than the limit, and one that is cut")
  func unfinished() async throws {
    let large = try LocalServer { _, _ in (HTTPResponse(status: .ok), .data(Data(count: 4_000_000))) }
    let limited = HeroHealthClient(
      server: APIServer(large.url),
      configuration: ClientConfiguration(responseLimit: 100_000)
    )
    let error = await failure { try await limited.messages.listEpisodes() }
    #expect(error?.description == "listEpisodes: transport, the body has more than 100000 bytes")
    let cut = try LocalServer { _, _ in
      (HTTPResponse(status: .ok, headerFields: [.contentLength: "100"]), .data(Data("[1]".utf8)))
    }
    let other = await failure { try await client(cut).messages.listEpisodes() }
    #expect(other?.kind == .transport)
  }

  @Test("Many calls at once")
  func concurrency() async throws {
    let server = try LocalServer(HeroHealthRouter.stubs().respond)
    let client = client(server)
    try await withThrowingTaskGroup(of: String?.self) { group in
      for number in 0..<40 {
        group.addTask { try await client.messages.getMessageStatus(id: String(number))["id"].string }
      }
      var seen: Set<String?> = []
      for try await id in group { seen.insert(id) }
      #expect(seen.count == 40)
    }
  }
}
