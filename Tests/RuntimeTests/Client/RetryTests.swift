import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("Retries")
struct RetryTests {
  let message = SendMessageRequest(patientID: "1", messageType: .sms)

  @Test("A call that may be repeated is retried after 429, 503 and failures of the connection")
  func repeatable() async throws {
    let server = ScriptedServer([
      .status(.serviceUnavailable), .failure(URLError(.networkConnectionLost)), .status(.ok, [:], "[1]"),
    ])
    #expect(try await server.client.messages.listEpisodes() == [1])
    #expect(server.count == 3 && server.waited.count == 2)
    let deletion = ScriptedServer([.status(.tooManyRequests), .status(.noContent, [:], "")])
    try await deletion.client.messages.deleteMessage(id: "1")
    #expect(deletion.count == 2)
  }

  @Test("The wait doubles, up to its limit, and a part of it is random")
  func backoff() async {
    let policy = RetryPolicy(maximumAttempts: 6, baseDelay: .seconds(1), maximumDelay: .seconds(5))
    let server = ScriptedServer(
      Array(repeating: .status(.serviceUnavailable), count: 9),
      ClientConfiguration(timeout: .seconds(600), retry: policy)
    )
    let error = await failure { try await server.client.messages.listEpisodes() }
    #expect(error?.status == .serviceUnavailable && server.count == 6)
    for (wait, longest) in zip(server.waited, [1.0, 2, 4, 5, 5]) {
      #expect(wait >= .seconds(longest / 2) && wait <= .seconds(longest))
    }
  }

  @Test("Other statuses are not retried", arguments: [400, 401, 403, 404, 409, 500, 501, 502, 504])
  func otherStatuses(code: Int) async {
    let server = ScriptedServer([.status(HTTPResponse.Status(code: code))])
    let error = await failure { try await server.client.messages.listEpisodes() }
    #expect(error?.status?.code == code && error?.kind == .response && server.count == 1)
  }

  @Test(
    "A message is never sent twice unless that is asked for",
    arguments: [
      ScriptedServer.Answer.status(.tooManyRequests), .status(.serviceUnavailable),
      .status(.serviceUnavailable, [.retryAfter: "1"]), .failure(URLError(.networkConnectionLost)),
      .failure(URLError(.timedOut)), .failure(URLError(.cannotConnectToHost)),
    ]
  )
  func message(answer: ScriptedServer.Answer) async {
    let server = ScriptedServer([answer])
    #expect(await failure { try await server.client.messages.sendMessage(message) } != nil)
    #expect(server.count == 1)
  }

  @Test("Where it is asked for, only an answer with Retry-After counts: the server turned the message away")
  func unsafeCalls() async {
    let options = CallOptions(retry: RetryPolicy(retriesUnsafeCalls: true))
    let accepted = ScriptedServer([
      .status(.serviceUnavailable, [.retryAfter: "2"]), .status(.tooManyRequests, [.retryAfter: "1"]),
    ])
    _ = await failure { try await accepted.client.messages.sendMessage(message, options: options) }
    #expect(accepted.count == 3 && accepted.waited == [.seconds(2), .seconds(1)])
    let answers: [ScriptedServer.Answer] = [
      .status(.serviceUnavailable), .status(.tooManyRequests), .failure(URLError(.networkConnectionLost)),
    ]
    for answer in answers {
      let server = ScriptedServer([answer])
      _ = await failure { try await server.client.messages.sendMessage(message, options: options) }
      #expect(server.count == 1)
    }
  }

  @Test("A server that asks for too long a wait gets no second attempt; the error has the wait")
  func longWaits() async {
    let server = ScriptedServer([.status(.tooManyRequests, [.retryAfter: "3600"])])
    let error = await failure { try await server.client.messages.listEpisodes() }
    #expect(error?.retryAfter == .seconds(3600) && server.count == 1 && server.waited.isEmpty)
  }

  @Test("A wait that ends after the timeout is not begun")
  func waitsBeyondTimeout() async {
    let server = ScriptedServer([.status(.tooManyRequests, [.retryAfter: "20"])])
    let error = await failure {
      try await server.client.messages.listEpisodes(options: CallOptions(timeout: .seconds(10)))
    }
    #expect(error?.status == .tooManyRequests && server.count == 1)
  }

  @Test("No policy sends more often than it says", arguments: [-1, 0, 1])
  func never(attempts: Int) async {
    let server = ScriptedServer([.status(.serviceUnavailable)])
    let options = CallOptions(retry: RetryPolicy(maximumAttempts: attempts))
    _ = await failure { try await server.client.messages.listEpisodes(options: options) }
    #expect(server.count == 1)
  }

  @Test("Refused certificates and answers that are too large are not retried")
  func permanentFailures() async {
    let server = ScriptedServer([.failure(URLError(.serverCertificateUntrusted))])
    let error = await failure { try await server.client.messages.listEpisodes() }
    #expect(error?.kind == .transport && server.count == 1)
    let large = ScriptedServer([.status(.ok, [:], "[1,2]")], ClientConfiguration(responseLimit: 4))
    let other = await failure { try await large.client.messages.listEpisodes() }
    #expect(
      other?.description == "listEpisodes: transport, the body has more than 4 bytes" && large.count == 1
    )
  }

  @Test("A streamed body is never sent twice")
  func streams() async {
    let server = ScriptedServer([.status(.serviceUnavailable)])
    var parts = RequestParts("upload", .put, "/v1/file")
    parts.setBody(HTTPBody.stream(from: AsyncStream { $0.finish() }))
    _ = await failure {
      try await server.client.core.raw(PartsEndpoint(parts), accepting: "*/*", CallOptions())
    }
    #expect(server.count == 1)
  }
}

@Suite("Retry-After")
struct RetryAfterTests {
  @Test(
    "Seconds and dates",
    arguments: [
      ("0", 0), ("120", 120), (" 7 ", 7), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
      ("Sun, 06 Nov 1994 08:48:00 GMT", 0),
      ("99999999999", 10_000_000), ("-1", nil), ("", nil), ("soon", nil), ("1.5", nil),
      ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("06 Nov 1994 08:49:37 GMT", nil),
      ("Sun, 31 Feb 1994 08:49:37 GMT", nil),
      ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
    ] as [(String, Int?)]
  )
  func reads(text: String, seconds: Int?) throws {
    let now = try #require(Date(parameterText: "1994-11-06T08:49:00Z"))
    #expect(HTTPRetryAfter.duration([.retryAfter: text], now: now) == seconds.map { .seconds($0) })
  }

  @Test("A date is counted from the server's own clock")
  func serverClock() {
    let headers: HTTPFields = [
      .retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT", .date: "Sun, 06 Nov 1994 08:49:07 GMT",
    ]
    #expect(HTTPRetryAfter.duration(headers) == .seconds(30))
  }
}
