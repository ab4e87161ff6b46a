import Foundation
import HTTPTypes

@testable import ClientRuntime

/// A transport that answers with one answer after the other, and a client that waits no time between attempts.
nonisolated struct ScriptedServer: Sendable {
  /// What an attempt meets.
  nonisolated enum Answer: Sendable {
    case status(HTTPResponse.Status, HTTPFields = [:], String = "{}")
    case failure(any Error)
    case silence
  }

  let transport: InMemoryTransport

  /// The client, with credentials.
  let client: HeroHealthClient

  private let script: Script

  init(_ answers: [Answer], _ configuration: ClientConfiguration = ClientConfiguration()) {
    let script = Script(answers)
    let transport = InMemoryTransport { _, _ in
      switch script.next() {
      case .status(let status, let headers, let body):
        return (HTTPResponse(status: status, headerFields: headers), .data(Data(body.utf8)))
      case .failure(let error):
        throw error
      case .silence:
        try await Task.sleep(for: .seconds(600))
        return (HTTPResponse(status: .ok), .empty)
      }
    }
    var client = HeroHealthClient(
      server: .staging,
      credentials: APICredentials(apiKey: "key-4711", practiceGroupID: "group-4711"),
      configuration: configuration,
      transport: transport
    )
    client.core = client.core.sleeping { script.wait($0) }
    self.script = script
    self.transport = transport
    self.client = client
  }

  /// How many requests came.
  var count: Int { transport.requests.count }

  /// The waits between attempts so far.
  var waited: [Duration] { script.waited }

  private nonisolated final class Script: @unchecked Sendable {
    private let lock = NSLock()
    private var answers: [Answer]
    private var waits: [Duration] = []

    init(_ answers: [Answer]) {
      self.answers = answers
    }

    var waited: [Duration] {
      lock.withLock { waits }
    }

    func wait(_ duration: Duration) {
      lock.withLock { waits.append(duration) }
    }

    /// The next answer; when there is none left, an empty object.
    func next() -> Answer {
      lock.withLock { answers.isEmpty ? .status(.ok) : answers.removeFirst() }
    }
  }
}

/// The error that a call fails with.
func failure<Value>(_ body: () async throws -> Value) async -> APIError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? APIError
  }
}

nonisolated extension ClientCore {
  /// The same, but that time between two attempts passes in another way.
  func sleeping(_ sleep: @escaping @Sendable (Duration) async throws -> Void) -> ClientCore {
    ClientCore(
      server: server,
      credentials: credentials,
      configuration: configuration,
      transport: transport,
      sleep: sleep
    )
  }
}
