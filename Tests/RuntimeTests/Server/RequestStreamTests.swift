import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

@Suite("Bodies that a handler reads as they arrive", .timeLimit(.minutes(5)))
struct RequestStreamTests: ServerExchange {
  private static func all<Items: AsyncSequence>(_ items: Items) async throws -> [Items.Element] {
    var all: [Items.Element] = []
    for try await item in items { all.append(item) }
    return all
  }

  @Test("Values", arguments: ["application/jsonl", "application/json-seq"])
  func values(contentType: String) async throws {
    let items = [Filter(kind: .sms, limit: 1), Filter(kind: .nhsApp, tags: ["a\nb"])]
    let found = try await read {
      $0.setSequence(JSONSequence(items), contentType: contentType)
    } _: {
      try await Self.all($0.sequence(of: Filter.self, contentType))
    }
    #expect(found.value == items)
  }

  @Test("Values are pulled by who reads them, and no further")
  func pulling() async throws {
    let (numbers, feed) = AsyncStream<Int>.makeStream()
    for number in 1...1_000 { feed.yield(number) }
    let found = try await read {
      $0.setSequence(JSONSequence(numbers))
    } _: { request in
      var taken: [Int] = []
      for try await number in try await request.sequence(of: Int.self, "application/jsonl") {
        taken.append(number)
        if taken.count == 3 { break }
      }
      return taken
    }
    #expect(found.value == [1, 2, 3])
    #expect(found.status == .noContent)
  }

  @Test("The limit of bodies holds for each value, not for all of them")
  func limits() async throws {
    let many = try await read(bodyLimit: 20) {
      $0.setSequence(JSONSequence(Array(repeating: "0123456789", count: 100)))
    } _: {
      try await Self.all($0.sequence(of: String.self, "application/jsonl")).count
    }
    #expect(many.value == 100)
    let long = try await read(bodyLimit: 20) {
      $0.setSequence(JSONSequence([String(repeating: "0", count: 30)]))
    } _: {
      try await Self.all($0.sequence(of: String.self, "application/jsonl")).count
    }
    #expect(long.status == .contentTooLarge)
  }

  @Test("A value that is not what the description says is refused where it is read")
  func refusal() async throws {
    let wrong = try await read {
      $0.setBody(.utf8("1\n\"secret\"\n"), contentType: "application/jsonl")
    } _: {
      try await Self.all($0.sequence(of: Int.self, "application/jsonl"))
    }
    #expect(wrong.status == .badRequest && wrong.message?.contains("secret") == false)
    let rules = #"{"maximum":5}"#
    let great = try await read {
      $0.setSequence(JSONSequence([1, 7]))
    } _: {
      try await Self.all($0.sequence(of: Int.self, "application/jsonl", rules: JSONRules.schema(rules)))
    }
    #expect(great.status == .badRequest && great.message?.contains("maximum 5") == true)
    let type = try await read {
      $0.setJSON([1])
    } _: {
      try await Self.all($0.sequence(of: Int.self, "application/jsonl"))
    }
    #expect(type.status == .unsupportedMediaType)
  }

  @Test("Events, with and without their fields")
  func events() async throws {
    let items = [Filter(kind: .sms), Filter(kind: .hero, limit: 2)]
    let data = try await read {
      $0.setEvents(EventStream(items))
    } _: {
      try await Self.all($0.events(of: Filter.self))
    }
    #expect(data.value == items)
    let sent = [ServerSentEvent(event: "created", data: "a\nb", id: "1"), ServerSentEvent(data: "c")]
    let raw = try await read {
      $0.setEvents(EventStream(sent), .text)
    } _: {
      try await Self.all($0.events(of: ServerSentEvent.self, .text))
    }
    #expect(raw.value?.map(\.data) == ["a\nb", "c"])
    let named = try await read {
      $0.setBody(.utf8("event: created\ndata: {\"kind\":\"sms\"}\n\n"), contentType: "text/event-stream")
    } _: {
      try await Self.all($0.events(of: Filter.self).events).map(\.event)
    }
    #expect(named.value == ["created"])
    let wrong = try await read {
      $0.setEvents(EventStream(["x"]))
    } _: {
      try await Self.all($0.events(of: Filter.self))
    }
    #expect(wrong.status == .badRequest)
  }

  @Test("A body that is left out")
  func absence() async throws {
    let found = try await read { _ in
    } _: {
      try await $0.sequenceIfPresent(of: Int.self, "application/jsonl") == nil
    }
    #expect(found.value == true)
  }
}
