import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

@Suite("Requests are validated")
struct RequestValidationTests {
  let wrong = Prescription(drug: "paracetamol", repeats: [Prescription(drug: "")])

  @Test("the server answers 400 with the places and none of the values")
  func server() async throws {
    let router = Router([PrescriptionsRoutes()])
    let request = HTTPRequest(
      method: .post,
      scheme: nil,
      authority: nil,
      path: "/prescriptions",
      headerFields: [.contentType: "application/json"]
    )
    let (response, body) = await router.respond(to: request, body: .data(try JSONCoding.encode(wrong)))
    let text = String(decoding: try await body.collect(upTo: .max), as: UTF8.self)
    #expect(response.status == .badRequest)
    #expect(!text.contains("paracetamol"))
    let answer = try JSONCoding.decode(JSONValue.self, from: Data(text.utf8))
    #expect(
      answer["violations"] == [
        ["path": "drug", "rule": "maxLength", "limit": "8"],
        ["path": "repeats[0].drug", "rule": "minLength", "limit": "1"],
      ]
    )
    #expect(answer["error"] == "bad_request" && answer["path"] == "drug")

    var fine = request
    fine.path = "/prescriptions?copies=9"
    let good = try JSONCoding.encode(Prescription(drug: "aspirin"))
    let (refused, _) = await router.respond(to: fine, body: .data(good))
    #expect(refused.status == .badRequest)
    fine.path = "/prescriptions?copies=2"
    let (accepted, _) = await router.respond(to: fine, body: .data(good))
    #expect(accepted.status == .noContent)
  }

  @Test("a client validates when it is asked to, before anything is sent")
  func client() async throws {
    let endpoint = PrescriptionsEndpoint.prescribe(wrong, copies: 6)
    #expect(throws: ConstraintViolations.self) { try endpoint.validate() }
    do {
      try endpoint.validate()
    } catch let error as ConstraintViolations {
      #expect(error.violations.map(\.path) == ["copies", "drug", "repeats[0].drug"])
    }
    try PrescriptionsEndpoint.prescribe(Prescription(drug: "aspirin")).validate()

    let server = ScriptedServer([.status(.noContent), .status(.noContent)])
    var core = server.client.core
    _ = try await core.empty(endpoint, CallOptions())
    #expect(server.count == 1)
    core = ClientCore(
      server: core.server,
      credentials: core.credentials,
      configuration: ClientConfiguration(validatesRequests: true),
      transport: core.transport
    )
    do {
      _ = try await core.empty(endpoint, CallOptions())
      Issue.record("the request must not be sent")
    } catch let error as APIError {
      #expect(error.kind == .invalidRequest && server.count == 1)
      #expect(error.description.contains("copies: violates maximum 5") && !"\(error)".contains("paracetamol"))
    }
  }
}
