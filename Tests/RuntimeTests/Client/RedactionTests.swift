import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Every way to make text of a value that a log or a test report may take.
func texts<Value>(_ value: Value) -> [String] {
  var dumped = ""
  dump(value, to: &dumped)
  return [
    "\(value)", String(describing: value), String(reflecting: value), "\(value as Any)", "\([value])", dumped,
    String(describing: Optional(value)), String(reflecting: ["a": value]),
  ]
}

@Suite("Redaction")
struct RedactionTests {
  static let secret = "hunter2"

  private func expectNoSecret<Value>(in value: Value, _ location: SourceLocation = #_sourceLocation) {
    for text in texts(value) { #expect(!text.contains(Self.secret), sourceLocation: location) }
  }

  /// A model with members that are called what Swift calls descriptions.
  nonisolated struct Note: APIModel {
    let description: String
    let debugDescription: String

    init(from fields: FieldReader) throws {
      description = try fields.string("description")
      debugDescription = try fields.string("debug_description")
    }

    func write(to fields: inout FieldWriter) {
      fields.string("description", description)
      fields.string("debug_description", debugDescription)
    }
  }

  @Test("Models, unions and JSON show their kind")
  func models() throws {
    let request = SendMessageRequest(
      patientID: Self.secret,
      messageType: .unrecognized(Self.secret),
      encrypted: .string(Self.secret),
      memo: .value(Self.secret)
    )
    expectNoSecret(in: request)
    expectNoSecret(in: SendMessageRequest.Encrypted.string(Self.secret))
    expectNoSecret(in: SendMessageRequest.Encrypted.unrecognized(["a": .string(Self.secret)]))
    expectNoSecret(in: JSONValue.object([Self.secret: .string(Self.secret)]))
    expectNoSecret(in: Box(request))
    expectNoSecret(in: RegistrationTarget.request(request))
    expectNoSecret(in: try decode(Note.self, #"{"description":"hunter2","debug_description":"hunter2"}"#))
    #expect("\(request)" == "SendMessageRequest()" && request.description == "SendMessageRequest")
    #expect(request.debugDescription == "SendMessageRequest")
    #expect(request.customMirror.children.isEmpty)
    #expect(request.unredactedDescription.contains(#""patient_id":"hunter2""#))
    #expect(JSONValue.array([.string(Self.secret)]).unredactedDescription == #"["hunter2"]"#)
  }

  @Test("Requests and their parts show operation and path template")
  func requests() throws {
    let credentials = APICredentials(
      apiKey: Self.secret,
      practiceGroupID: Self.secret,
      bearerToken: Self.secret
    )
    let endpoint = MessagesEndpoint.getMessageStatus(id: Self.secret)
    let request = try endpoint.request(to: .staging, credentials: credentials)
    expectNoSecret(in: endpoint)
    expectNoSecret(in: endpoint.parts)
    expectNoSecret(in: request)
    expectNoSecret(in: credentials)
    expectNoSecret(
      in: MessagesEndpoint.sendMessage(SendMessageRequest(patientID: Self.secret, messageType: .sms))
    )
    expectNoSecret(in: CallOptions(headers: [.authorization: Self.secret], credentials: credentials))
    expectNoSecret(in: ClientConfiguration(headers: [.authorization: Self.secret]))
    expectNoSecret(in: HeroHealthClient(server: .staging, credentials: credentials))
    expectNoSecret(in: HTTPBody.data(Data(Self.secret.utf8)))
    expectNoSecret(in: MultipartBody([.text("name", Self.secret)]))
    expectNoSecret(in: MultipartFile(Data(Self.secret.utf8), filename: Self.secret))
    #expect("\(request)" == "getMessageStatus GET /v1/messages/{id}/status")
    #expect("\(credentials)" == "APICredentials(apiKeyAuth, bearerAuth, practiceGroupId)")
  }

  @Test("Answers and errors show status and reason")
  func answers() async throws {
    let body = #"{"message_id":"hunter2","name":"hunter2"}"#
    let headers: HTTPFields = [.setCookie: Self.secret, .location: Self.secret]
    let answers: [ScriptedServer.Answer] = [
      .status(.badRequest, headers, body), .status(.found, headers, body), .status(.ok, headers, body),
      .failure(URLError(.badURL, userInfo: [NSURLErrorFailingURLErrorKey: "https://a.b/?q=" + Self.secret])),
      .failure(DecodingProblemStandIn(text: Self.secret)),
    ]
    for answer in answers {
      let server = ScriptedServer([answer])
      let message = SendMessageRequest(patientID: Self.secret, messageType: .sms)
      let error = try #require(await failure { try await server.client.messages.sendMessage(message) })
      expectNoSecret(in: error)
      #expect(!error.localizedDescription.contains(Self.secret))
      #expect(error.localizedDescription.contains("sendMessage"))
    }
    let server = ScriptedServer([.status(.ok, headers, body), .status(.badRequest, headers, body)])
    expectNoSecret(in: try await server.client.messages.withResponse.listEpisodes())
    expectNoSecret(in: server.transport.requests)
    let error = try #require(await failure { try await server.client.messages.listEpisodes() })
    #expect(error.unredactedDescription.contains(Self.secret))
    let raw = RawResponse(
      operationID: "o",
      status: .ok,
      headers: ResponseHeaders(headers),
      content: .utf8(body)
    )
    expectNoSecret(in: raw)
    let wrong = try #require(throws: APIError.self) { try raw.decode([Int].self) }
    expectNoSecret(in: wrong)
  }

  nonisolated struct DecodingProblemStandIn: Error {
    let text: String
  }
}
