import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

@Suite("Tokens that are fetched")
struct AccessTokenTests {
  /// Counts what is fetched.
  actor Login {
    private(set) var count = 0

    func token() -> String {
      count += 1
      return "token-\(count)"
    }
  }

  /// A client of an API that takes one token, or none.
  private func client(
    _ login: Login,
    accepting accepted: String?
  ) -> (core: ClientCore, transport: InMemoryTransport) {
    let transport = InMemoryTransport { request, _ in
      let isAccepted = request.headerFields[.authorization] == accepted
      return (HTTPResponse(status: isAccepted ? .noContent : .unauthorized), .empty)
    }
    var credentials = APICredentials()
    credentials.setBearer(.fetched { await login.token() }, scheme: "oauth")
    let core = ClientCore(
      server: APIServer("https://example.com"),
      credentials: credentials,
      configuration: ClientConfiguration(),
      transport: transport
    )
    return (core, transport)
  }

  /// The status that a call fails with.
  private func status(_ core: ClientCore, _ parts: RequestParts) async -> HTTPResponse.Status? {
    do {
      _ = try await core.empty(PartsEndpoint(parts), CallOptions())
      return nil
    } catch let error as APIError {
      return error.status
    } catch {
      return nil
    }
  }

  private let parts = RequestParts("o", .post, "/x", security: [["oauth"]])

  @Test("One fetch serves all calls")
  func sharing() async throws {
    let login = Login()
    let (core, transport) = client(login, accepting: "Bearer token-1")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { _ = try await core.empty(PartsEndpoint(parts), CallOptions()) } }
      try await group.waitForAll()
    }
    #expect(await login.count == 1)
    #expect(transport.requests.count == 8)
  }

  @Test("A refused token is fetched anew, and the call sent once more")
  func renewal() async throws {
    let login = Login()
    let (core, transport) = client(login, accepting: "Bearer token-2")
    _ = try await core.empty(PartsEndpoint(parts), CallOptions())
    _ = try await core.empty(PartsEndpoint(parts), CallOptions())
    #expect(await login.count == 2)
    #expect(transport.requests.count == 3)
  }

  @Test("A token that is refused again is an error, and so is a stream that cannot be sent again")
  func refusal() async throws {
    let login = Login()
    let (core, transport) = client(login, accepting: nil)
    #expect(await status(core, parts) == .unauthorized)
    #expect(await login.count == 2)
    #expect(transport.requests.count == 2)
    var streamed = parts
    streamed.setBody(.stream(AsyncThrowingStream { $0.finish() }))
    #expect(await status(core, streamed) == .unauthorized)
    #expect(transport.requests.count == 3)
  }

  @Test("Without a client there is nobody to fetch")
  func withoutClient() async throws {
    let login = Login()
    let (core, _) = client(login, accepting: nil)
    var kind: APIError.Kind?
    do {
      _ = try parts.request(to: core.server, core.credentials, ClientConfiguration())
    } catch let error as APIError {
      kind = error.kind
    }
    #expect(kind == .invalidRequest)
    #expect(await login.count == 0)
    #expect(
      "\(APIAccessToken("hunter2"))" == "APIAccessToken" && "\(core.credentials)" == "APICredentials(oauth)"
    )
  }

  @Test("Other schemes of the Authorization header")
  func otherSchemes() throws {
    var credentials = APICredentials()
    credentials.setAuthorization("Digest username=\"a\"", scheme: "digest")
    let digest = RequestParts("o", .get, "/x", security: [["digest"]])
    let request = try digest.request(to: .staging, credentials, ClientConfiguration())
    #expect(request.http.headerFields[.authorization] == "Digest username=\"a\"")
  }
}

@Suite("Servers of operations")
struct OperationServerTests {
  private let production = APIServer("https://api.example.com", "", position: 0)
  private let sandbox = APIServer("https://sandbox.example.com", "", position: 1)
  private let upload = APIServer("https://upload.example.com", "", position: nil)
  private let sandboxUpload = APIServer("https://upload.sandbox.example.com", "", position: nil)

  @Test("An operation goes to its own server, unless the client's was made by hand")
  func choice() {
    let parts = RequestParts("o", .post, "/x", servers: [upload, sandboxUpload])
    #expect(parts.server(for: production) == upload)
    #expect(parts.server(for: sandbox) == sandboxUpload)
    #expect(parts.server(for: APIServer("https://localhost:8080")).text == "https://localhost:8080")
    #expect(RequestParts("o", .post, "/x").server(for: sandbox) == sandbox)
    #expect(RequestParts("o", .post, "/x", servers: [upload]).server(for: sandbox) == upload)
  }

  @Test("Nothing of a call to a test server goes elsewhere")
  func testServer() async throws {
    let transport = InMemoryTransport { _, _ in (HTTPResponse(status: .noContent), .empty) }
    var credentials = APICredentials()
    credentials.setHeader("X-Key", "secret", scheme: "key")
    let parts = RequestParts("o", .post, "/x", security: [["key"]], servers: [upload])
    for (server, authority) in [
      (APIServer("https://test.local"), "test.local"), (production, "upload.example.com"),
    ] {
      let core = ClientCore(
        server: server,
        credentials: credentials,
        configuration: ClientConfiguration(),
        transport: transport
      )
      _ = try await core.empty(PartsEndpoint(parts), CallOptions())
      #expect(transport.requests.last?.request.authority == authority)
      _ = try await core.empty(PartsEndpoint(parts), CallOptions(server: sandbox))
      #expect(transport.requests.last?.request.authority == "sandbox.example.com")
    }
  }

  @Test("Variables and origins")
  func urls() {
    let regional = APIServer(
      "https://{region}.example.com/{v}",
      "",
      position: 0,
      [("region", "eu"), ("v", "2")]
    )
    #expect(regional.text == "https://eu.example.com/2")
    #expect(APIServer(at: "http://localhost:80/", "/v2", "", position: 1).text == "http://localhost:80/v2")
    let hostile = APIServer("https://{region}.example.com", "", position: 0, [("region", "evil.com/?")])
    #expect(hostile.url == nil)
  }
}
