import ClientRuntime
import Foundation
import HTTPTypes
import Testing

@Suite("Webhooks")
struct WebhookTests {
  /// Keeps what comes.
  actor Inbox {
    private(set) var lines: [String] = []

    func add(_ line: String) { lines.append(line) }
  }

  nonisolated struct Handler: PracticeWebhooksHandler {
    let inbox: Inbox

    func messageSent(_ body: SentMessage, webhook: ReceivedWebhook) async throws {
      await inbox.add("message \(body.messageID)")
    }

    func unrecognized(webhook: ReceivedWebhook) async throws {
      await inbox.add("\(webhook.name ?? "none"): \(String(decoding: webhook.body, as: UTF8.self))")
    }
  }

  nonisolated struct Nothing: PracticeWebhooksHandler {}

  private let message = #"""
    {"message_id":"1","snomed_code":null,"count":1,"tags":[],"created_at":"2026-03-15T09:30:00Z","write_to_record":false}
    """#

  private func post(
    _ path: String,
    _ body: String,
    _ receiver: PracticeWebhookReceiver,
    _ headers: HTTPFields = [:]
  ) async -> Int {
    let request = HTTPRequest(method: .post, scheme: nil, authority: nil, path: path, headerFields: headers)
    return await receiver.respond(to: request, body: .utf8(body)).0.status.code
  }

  @Test("A webhook is told by its path, or by its body")
  func names() async {
    let inbox = Inbox()
    let receiver = PracticeWebhookReceiver(handler: Handler(inbox: inbox), path: "/hooks/")
    #expect(await post("/hooks/message/sent?x=1", message, receiver) == 202)
    #expect(await post("/hooks/message%2Fsent", message, receiver) == 202)
    #expect(await post("/hooks", message, receiver) == 202)
    #expect(await post("/hooks/", message, receiver) == 202)
    #expect(await inbox.lines == ["message 1", "message 1", "message 1", "message 1"])
    #expect(await post("/hooksmessage", message, receiver) == 404)
    #expect(await post("/other", message, receiver) == 404)
    #expect(await post("/hooks/%zz", message, receiver) == 404)
  }

  @Test("What is not known is handed over as it came; what has no handler is answered with 501")
  func unknown() async {
    let inbox = Inbox()
    let receiver = PracticeWebhookReceiver(handler: Handler(inbox: inbox))
    #expect(await post("/webhooks/new.event", "{\"a\":1}", receiver) == 200)
    #expect(await post("/webhooks", "no JSON", receiver) == 200)
    #expect(await inbox.lines == ["new.event: {\"a\":1}", "none: no JSON"])
    #expect(await post("/webhooks/report%20ready", "bytes", receiver) == 501)
    let other = PracticeWebhookReceiver(handler: Nothing())
    #expect(await post("/webhooks/message/sent", message, other) == 501)
    #expect(await post("/webhooks/new.event", "{}", other) == 501)
  }

  /// Answers with what it was made with.
  nonisolated struct Answering: PracticeWebhooksHandler {
    let answer: SentMessage?

    func tokenRequested(webhook: ReceivedWebhook) async throws -> SentMessage? { answer }
  }

  @Test("What a handler returns is the body of the answer; nothing is the answer without one")
  func answers() async throws {
    let sent = try JSONCoding.decode(SentMessage.self, from: Data(message.utf8))
    let request = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/webhooks/token%20requested")
    let (response, body) = await PracticeWebhookReceiver(handler: Answering(answer: sent))
      .respond(to: request, body: .empty)
    #expect(response.status == .ok && response.headerFields[.contentType] == "application/vnd.practice+json")
    #expect(try JSONCoding.decode(SentMessage.self, from: await body.collect(upTo: 1_000)) == sent)
    let (nothing, empty) = await PracticeWebhookReceiver(handler: Answering(answer: nil))
      .respond(to: request, body: .empty)
    #expect(nothing.status == .noContent && nothing.headerFields.isEmpty)
    #expect(try await empty.collect(upTo: 1).isEmpty)
    #expect(await post("/webhooks/token%20requested", "", PracticeWebhookReceiver(handler: Nothing())) == 501)
  }

  @Test("A body that is not what the description says, and one that is too large")
  func wrongBody() async {
    let receiver = PracticeWebhookReceiver(handler: Handler(inbox: Inbox()))
    #expect(await post("/webhooks/message/sent", "{\"message_id\":1}", receiver) == 400)
    let large = String(repeating: "a", count: 11 * 1_024 * 1_024)
    #expect(await post("/webhooks/message/sent", large, receiver) == 413)
  }

  @Test("A signature is checked over the bytes before anything is read")
  func verification() async throws {
    let inbox = Inbox()
    let name = try #require(HTTPField.Name("X-Signature"))
    let receiver = PracticeWebhookReceiver(handler: Handler(inbox: inbox)) { webhook in
      // A stand-in for HMAC: the sum of the bytes.
      let sum = webhook.body.reduce(UInt8(0), &+)
      guard let text = webhook.header("X-Signature"), let bytes = WebhookSignature.bytes(hexadecimal: text)
      else { throw CancellationError() }
      guard WebhookSignature.isEqual(bytes, [sum]) else { throw WebhookRefusal(.forbidden) }
    }
    let sum = Data(message.utf8).reduce(UInt8(0), &+)
    let right = (sum < 16 ? "0" : "") + String(sum, radix: 16)
    let wrong = right == "00" ? "01" : "00"
    #expect(await post("/webhooks/message/sent", message, receiver, [name: right]) == 202)
    #expect(await post("/webhooks/message/sent", message, receiver, [name: wrong]) == 403)
    #expect(await post("/webhooks/message/sent", "not even JSON", receiver, [name: wrong]) == 403)
    #expect(await post("/webhooks/message/sent", message, receiver) == 401)
    #expect(await inbox.lines.count == 1)
  }

  @Test("Signatures are compared as a whole")
  func signatures() {
    #expect(WebhookSignature.isEqual([1, 2], Data([1, 2])))
    #expect(!WebhookSignature.isEqual([1, 2], [1, 3]) && !WebhookSignature.isEqual([1], [1, 2]))
    #expect(WebhookSignature.bytes(hexadecimal: "00fF") == Data([0, 255]))
    #expect(WebhookSignature.bytes(hexadecimal: "0") == nil)
    #expect(WebhookSignature.bytes(hexadecimal: "zz") == nil)
  }

  @Test("What is sent is what is received")
  func sending() async throws {
    let inbox = Inbox()
    let receiver = PracticeWebhookReceiver(handler: Handler(inbox: inbox))
    let body = try JSONCoding.decode(SentMessage.self, from: Data(message.utf8))
    let request = try PracticeWebhook.messageSent(body).request(
      to: "https://example.com:8443/webhooks?tenant=1"
    )
    #expect(request.http.authority == "example.com:8443" && request.http.path == "/webhooks?tenant=1")
    #expect(request.http.headerFields[.contentType] == "application/json")
    let (response, _) = await receiver.respond(to: request.http, body: request.body)
    #expect(response.status == .accepted)
    #expect(await inbox.lines == ["message 1"])
    #expect(try PracticeWebhook.reportReady(Data()).request(to: "http://a").http.path == "/")
    #expect(throws: APIError.self) { try PracticeWebhook.messageSent(body).request(to: "no url") }
    #expect(!String(describing: ReceivedWebhook(name: "a", body: Data(message.utf8))).contains("message_id"))
  }
}
