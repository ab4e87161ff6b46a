import Foundation
import HTTPTypes
import HeroHealth
import HeroHealthServer

/// What a call costs beside the network, and what the router costs beside the handler.
enum CallFigures {
  static func all() async throws -> [Figure] {
    let answer = Data(#"{"count": 0, "data": []}"#.utf8)
    let transport = CannedTransport(answer: answer)
    let server = APIServer("https://example.com")
    let credentials = APICredentials(apiKey: "key", practiceGroupID: "1")
    let client = HeroHealthClient(server: server, credentials: credentials, transport: transport)
    let request = HTTPRequest(
      method: .get,
      scheme: "https",
      authority: "example.com",
      path: "/v1/appointment_types"
    )
    let bare = try await Timing.seconds(repeating: 500) {
      let (_, body) = try await transport.send(request, body: .empty)
      let data = try await body.collect(upTo: .max)
      _ = try JSONCoding.decode(AppointmentTypeList.self, from: data)
    }
    let call = try await Timing.seconds(repeating: 500) {
      _ = try await client.practiceGroup.listAppointmentTypes(hasAvailability: true)
    }
    let router = HeroHealthRouter.stubs()
    let headers: HTTPFields = [.authorization: "Bearer key"]
    let routed = HTTPRequest(
      method: .get,
      scheme: "https",
      authority: "example.com",
      path: "/v1/appointment_types?has_availability=true",
      headerFields: headers
    )
    let routing = await Timing.seconds(repeating: 500) {
      _ = await router.respond(to: routed, body: .empty)
    }
    return [
      Figure(
        subject: "client",
        metric: "overhead of a call",
        value: (call - bare) * 1e6,
        unit: "microseconds"
      ),
      Figure(subject: "server", metric: "routing and checking", value: routing * 1e6, unit: "microseconds"),
    ]
  }
}

/// Answers every request with the same bytes, at no cost of its own.
private struct CannedTransport: ClientTransport {
  let answer: Data

  func send(_ request: HTTPRequest, body: HTTPBody) async throws -> (HTTPResponse, HTTPBody) {
    (HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), .data(answer))
  }
}
