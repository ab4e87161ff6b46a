import ClientRuntime
import HTTPTypes
import ServerRuntime
import Testing

@Suite("Emitted tests against stubs")
struct StubTests {
  let client = HeroHealthClient(
    server: .staging,
    credentials: APICredentials(apiKey: "test", practiceGroupID: "test"),
    transport: InMemoryTransport(HeroHealthRouter.stubs().respond)
  )

  @Test func sendMessage() async throws {
    let body = try Example.decode(SendMessageRequest.self, #"{"patient_id":"1","message_type":"sms"}"#)
    let response = try await client.messages.withResponse.sendMessage(body)
    #expect(response.status.kind == .successful)
    #expect(response.body.messageID == "1")
  }

  @Test func getMessageStatus() async throws {
    let status = try await client.messages.getMessageStatus(id: "a/b c")
    #expect(status["id"].string == "a/b c")
  }

  @Test func deleteMessage() async throws {
    try await client.messages.deleteMessage(id: "9")
  }
}
