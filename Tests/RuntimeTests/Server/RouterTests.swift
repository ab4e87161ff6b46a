import ClientRuntime
import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@Suite("The router")
struct RouterTests {
  let router = HeroHealthRouter.stubs()
  let credentials: HTTPFields = ["x-api-key": "hunter2", "x-practice-group-id": "42"].reduce(into: [:]) {
    fields,
    pair in
    if let name = HTTPField.Name(pair.key) { fields[name] = pair.value }
  }

  /// Status, headers and body of an answer.
  nonisolated struct Answer {
    let status: Int
    let headers: HTTPFields
    let body: JSONValue
    let text: String
  }

  private func answer(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ headers: HTTPFields = [:],
    body: String = "",
    router: HeroHealthRouter? = nil
  ) async throws -> Answer {
    let request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: headers)
    let (response, body) = await (router ?? self.router).respond(to: request, body: .data(Data(body.utf8)))
    let data = try await body.collect(upTo: .max)
    return Answer(
      status: response.status.code,
      headers: response.headerFields,
      body: (try? JSONCoding.decode(JSONValue.self, from: data)) ?? .null,
      text: String(decoding: data, as: UTF8.self)
    )
  }

  private func with(_ fields: HTTPFields) -> HTTPFields {
    var headers = credentials
    for field in fields { headers[field.name] = field.value }
    return headers
  }

  @Test(
    "404 for an unknown path",
    arguments: [
      "/", "/v1", "/v1/messages", "/v1/messages/1/", "/v1//1/status", "/V1/episodes", "", "v2",
      "/v1/messages/1/x",
    ]
  )
  func notFound(path: String) async throws {
    let answer = try await answer(.get, path)
    #expect(answer.status == 404 && answer.body == ["error": "not_found", "message": "Not Found"])
  }

  @Test("405 with Allow for another method")
  func otherMethods() async throws {
    let answer = try await answer(.put, "/v1/messages/1")
    #expect(answer.status == 405 && answer.headers[.allow] == "DELETE")
    #expect(try await self.answer(.post, "/v1/episodes").headers[.allow] == "GET, HEAD")
    // The fixed path decides, although a variable would fit.
    #expect(try await self.answer(.delete, "/v1/messages/send").headers[.allow] == "POST")
  }

  @Test("HEAD is GET without the body")
  func head() async throws {
    let get = try await answer(.get, "/v1/messages/1/status", credentials)
    let head = try await answer(.head, "/v1/messages/1/status", credentials)
    #expect(get.status == 200 && head.status == 200 && head.text.isEmpty)
    #expect(head.headers[.contentLength] == String(get.text.utf8.count))
  }

  @Test(
    "Values of the path are decoded after it is split",
    arguments: [
      ("a%2Fb", "a/b"), ("a%20b", "a b"), ("%C3%A9", "é"), ("a+b", "a+b"), ("%252F", "%2F"), ("send", "send"),
    ]
  )
  func decoding(raw: String, value: String) async throws {
    let answer = try await answer(.get, "/v1/messages/\(raw)/status?x=/y", credentials)
    #expect(answer.body["id"].string == value)
  }

  @Test(
    "What is not encoded correctly, or would lead out of a folder, is 400",
    arguments: ["%", "%zz", "%ff", "..", "%2e%2E", "."]
  )
  func malformed(raw: String) async throws {
    let answer = try await answer(.get, "/v1/messages/\(raw)/status", credentials)
    #expect(answer.status == 400 && answer.body["path"] == "id" && !answer.text.contains(raw))
  }

  @Test("401 without the credentials that the operation needs")
  func missingCredentials() async throws {
    let name = try #require(HTTPField.Name("x-api-key"))
    for headers in [[:], [name: "hunter2"], [.authorization: "Basic eDp5"], [.authorization: "Bearer"]]
      as [HTTPFields]
    {
      let answer = try await answer(.get, "/v1/messages/1/status", headers)
      #expect(answer.status == 401 && answer.headers[.wwwAuthenticate] == "Bearer")
      #expect(!answer.text.contains("hunter2"))
    }
    #expect(try await answer(.get, "/v1/messages/1/status", [.authorization: "bearer t"]).status == 200)
    #expect(try await answer(.post, "/v1/messages/send", [.authorization: "Bearer t"]).status == 401)
    #expect(try await answer(.delete, "/v1/messages/1").status == 204)
    #expect(try await answer(.get, "/v1/episodes").status == 501)
  }

  @Test("Credentials that are there can be checked")
  func authentication() async throws {
    let router = HeroHealthRouter(messages: MessagesStub()) { credentials, context in
      switch credentials["bearerAuth"] {
      case "good": return
      case "bad": throw HandlerError(.forbidden, message: "\(context)")
      case "broken": throw CocoaError(.fileNoSuchFile)
      default: throw HandlerError(.unauthorized)
      }
    }
    let path = "/v1/messages/1/status"
    let statuses = [("good", 200), ("bad", 403), ("broken", 500), ("hunter2", 401)]
    for (token, status) in statuses {
      let answer = try await answer(.get, path, [.authorization: "Bearer \(token)"], router: router)
      #expect(answer.status == status && !answer.text.contains("hunter2"))
    }
    let bad = try await answer(.get, path, [.authorization: "Bearer bad"], router: router)
    #expect(bad.body["message"] == "getMessageStatus GET /v1/messages/{id}/status")
    #expect(try await answer(.delete, "/v1/messages/1", router: router).status == 204)
  }

  @Test("400 names the member and not its value")
  func invalidBody() async throws {
    let headers = with([.contentType: "application/json"])
    let bodies = [
      (#"{"patient_id":"hunter2"}"#, "message_type", "message_type: is missing"),
      (#"{"patient_id":4711,"message_type":"sms"}"#, "patient_id", "patient_id: expected a string"),
      (
        #"{"patient_id":"hunter2","message_type":"hunter2"}"#, "message_type",
        "message_type: expected one of hero, sms, nhs_app"
      ),
      (
        #"{"patient_id":"1","message_type":"sms","encrypted":{"hunter2":1}}"#, "encrypted",
        "encrypted: expected true or false or a string"
      ),
      (#"{"hunter2"#, "", "is not valid JSON, or has a number that does not fit"),
    ]
    for (body, path, message) in bodies {
      let answer = try await answer(.post, "/v1/messages/send", headers, body: body)
      #expect(
        answer.status == 400
          && answer.body == ["error": "bad_request", "message": .string(message), "path": .string(path)]
      )
      #expect(!answer.text.contains("hunter2") && !answer.text.contains("4711"))
    }
    let empty = try await answer(.post, "/v1/messages/send", headers)
    #expect(empty.status == 400 && empty.body["message"] == "a body is required")
  }

  @Test(
    "415 for another media type",
    arguments: ["text/plain", "application/xml", "application/jsonp", "x", nil]
  )
  func mediaTypes(type: String?) async throws {
    let headers = type.map { with([.contentType: $0]) } ?? credentials
    let answer = try await answer(.post, "/v1/messages/send", headers, body: "{}")
    #expect(answer.status == 415 && answer.headers[.accept] == "application/json")
  }

  @Test(
    "JSON by any of its names",
    arguments: ["application/json; charset=utf-8", "Application/JSON", "application/vnd.x+json"]
  )
  func jsonMediaTypes(type: String) async throws {
    let body = #"{"patient_id":"1","message_type":"sms"}"#
    #expect(
      try await answer(.post, "/v1/messages/send", with([.contentType: type]), body: body).status == 200
    )
  }

  @Test("413 for too large a body, whether its length is announced or not")
  func largeBodies() async throws {
    let router = HeroHealthRouter(messages: MessagesStub(), bodyLimit: 50)
    let headers = with([.contentType: "application/json"])
    let large = #"{"patient_id":"1","message_type":"sms","memo":"0123456789"}"#
    #expect(try await answer(.post, "/v1/messages/send", headers, body: large, router: router).status == 413)
    let announced = with([.contentLength: "51"])
    #expect(try await answer(.post, "/v1/messages/send", announced, router: router).status == 413)
    let fits = #"{"patient_id":"1","message_type":"sms"}"#
    #expect(try await answer(.post, "/v1/messages/send", headers, body: fits, router: router).status == 200)
  }

  @Test("501 without a handler, 500 that tells nothing for an error that no handler meant to answer with")
  func handlerErrors() async throws {
    nonisolated struct Broken: MessagesHandler {
      func getMessageStatus(id: String, context: RequestContext) async throws -> JSONValue {
        throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: "/secret/\(id)"])
      }

      func deleteMessage(id: String, context: RequestContext) async throws {
        throw HandlerError(.conflict, ["code": id], headers: [.retryAfter: "3"])
      }
    }
    let router = HeroHealthRouter(messages: Broken())
    let broken = try await answer(.get, "/v1/messages/1/status", credentials, router: router)
    #expect(broken.status == 500)
    #expect(broken.body == ["error": "internal_server_error", "message": "Internal Server Error"])
    let reports = Reports()
    let reporting = Router(
      [MessagesRoutes(handler: Broken())],
      securitySchemes: [
        SecuritySchemeDescription("apiKeyAuth", .header("x-api-key")),
        SecuritySchemeDescription("practiceGroupId", .header("x-practice-group-id")),
      ],
      report: { await reports.add($0, $1) }
    )
    for path in ["/v1/messages/1/status", "/v1/episodes", "/nowhere"] {
      let request = HTTPRequest(
        method: .get,
        scheme: nil,
        authority: nil,
        path: path,
        headerFields: credentials
      )
      _ = await reporting.respond(to: request, body: .empty)
    }
    #expect(await reports.operations == ["getMessageStatus"])
    let documented = try await answer(.delete, "/v1/messages/1", router: router)
    #expect(
      documented.status == 409 && documented.body == ["code": "1"] && documented.headers[.retryAfter] == "3"
    )
    let missing = try await answer(.get, "/v1/episodes", router: router)
    #expect(missing.status == 501 && missing.body["message"] == "listEpisodes is not implemented")
  }

  @Test("Parameters of the query and the headers")
  func parameters() async throws {
    nonisolated struct Echo: MessagesHandler {
      func listEpisodes(
        pageIndex: Int?,
        status: [SendMessageRequest.MessageType]?,
        orderDescending: [String]?,
        requestID: String?,
        since: Date?,
        context: RequestContext
      ) async throws -> JSONValue {
        [
          "pageIndex": pageIndex.map { .integer($0) } ?? .null,
          "status": .array(status?.map { .string($0.rawValue) } ?? []),
          "order": .array(orderDescending?.map { .string($0) } ?? []),
          "id": requestID.map { .string($0) } ?? .null,
          "since": since?.parameterText.map { .string($0) } ?? .null,
        ]
      }
    }
    let router = HeroHealthRouter(messages: Echo())
    let client = HeroHealthClient(server: .staging, transport: InMemoryTransport(router.respond))
    let echoed = try await client.messages.listEpisodes(
      pageIndex: -3,
      status: [.sms, .nhsApp],
      orderDescending: ["a", "c,d", "e&f"],
      requestID: "r é",
      since: Date(timeIntervalSince1970: 0.5)
    )
    let expected: JSONValue = [
      "pageIndex": -3, "status": ["sms", "nhs_app"], "order": ["a", "c,d", "e&f"], "id": "r é",
      "since": "1970-01-01T00:00:00.500Z",
    ]
    #expect(echoed == expected)
    #expect(
      try await client.messages.listEpisodes() == [
        "pageIndex": nil, "status": [], "order": [], "id": nil, "since": nil,
      ]
    )
    for (query, path, expectation) in [
      ("page_index=hunter2", "page_index", "a whole number"), ("page_index=", "page_index", "a whole number"),
      ("status[]=sms&status%5B%5D=hunter2", "status[]", "one of hero, sms, nhs_app"),
      ("since=hunter2", "since", "a date-time such as 2026-03-15T09:30:00Z"),
    ] {
      let answer = try await answer(.get, "/v1/episodes?\(query)", router: router)
      #expect(answer.status == 400 && answer.body["path"].string == path)
      #expect(answer.body["message"].string == "\(path): expected \(expectation)")
    }
    let malformed = try await answer(.get, "/v1/episodes?page_index=%zz", router: router)
    #expect(malformed.body["message"] == "page_index: is not percent-encoded correctly")
  }

  @Test("Paths of servers may stand before those of operations", arguments: ["/api/v2/", "/api/v2"])
  func basePaths(base: String) async throws {
    let router = HeroHealthRouter(messages: MessagesStub(), basePaths: ["/", "", "/api", base])
    for path in ["/api/v2/v1/messages/1", "/v1/messages/1", "/api/v1/messages/1"] {
      #expect(try await answer(.delete, path, router: router).status == 204)
    }
    #expect(try await answer(.delete, "/apix/v1/messages/1", router: router).status == 404)
    let client = HeroHealthClient(
      server: APIServer("https://a.b/api/v2"),
      transport: InMemoryTransport(router.respond)
    )
    try await client.messages.deleteMessage(id: "1")
  }

  @Test("Nothing of a request is in what a handler may log")
  func redaction() async throws {
    nonisolated final class Log: MessagesHandler, @unchecked Sendable {
      var lines: [String] = []

      func getMessageStatus(id: String, context: RequestContext) async throws -> JSONValue {
        lines = texts(context) + texts(context.credentials) + texts(HandlerError(.badRequest, ["a": id]))
        return .null
      }
    }
    let log = Log()
    _ = try await answer(
      .get,
      "/v1/messages/hunter2/status",
      credentials,
      router: HeroHealthRouter(messages: log)
    )
    #expect(log.lines.count == 24 && !log.lines.contains { $0.contains("hunter2") })
  }

  /// Collects what a router reports.
  actor Reports {
    var operations: [String] = []

    func add(_ error: any Error, _ context: RequestContext) {
      if error is CocoaError { operations.append(context.operationID) }
    }
  }
}
