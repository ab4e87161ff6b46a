import ClientRuntime
import Foundation
import Testing

@Suite("Models")
struct ModelTests {
  static let minimal = #"""
    {"string":"s","integer":1,"number":1.5,"boolean":true,"date":"1970-01-01T00:00:00Z","value":["a"],\#
    "string_or_null":null,"integer_or_null":null,"number_or_null":null,"boolean_or_null":null,\#
    "date_or_null":null,"value_or_null":null}
    """#

  @Test("Optional members are left out, members that may be null are null")
  func writesNil() throws {
    #expect(try json(Sampler()) == Self.minimal)
    #expect(try decode(Sampler.self, Self.minimal) == Sampler())
    #expect(try decode(Sampler.self, Self.minimal, strict: true) == Sampler())
  }

  @Test func writesValues() throws {
    var sampler = Sampler()
    sampler.stringIfPresent = "a"
    sampler.integerIfPresent = 2
    sampler.numberIfPresent = 2.5
    sampler.booleanIfPresent = false
    sampler.dateIfPresent = Date(timeIntervalSince1970: 1)
    sampler.valueIfPresent = [Date(timeIntervalSince1970: 2)]
    sampler.stringOrNull = "b"
    sampler.integerOrNull = 3
    sampler.numberOrNull = 3.5
    sampler.booleanOrNull = true
    sampler.dateOrNull = Date(timeIntervalSince1970: 3)
    sampler.valueOrNull = [4]
    sampler.nullable = .value(Date(timeIntervalSince1970: 5))
    let text = try json(sampler)
    #expect(text.contains(#""nullable":"1970-01-01T00:00:05Z""#))
    #expect(text.contains(#""value_if_present":["1970-01-01T00:00:02Z"]"#))
    #expect(try decode(Sampler.self, text, strict: true) == sampler)
  }

  @Test("An optional member that is null counts as absent")
  func nullIsAbsent() throws {
    let text = #"{"patient_id":"1","message_type":"sms","encrypted":null,"send_at":null,"assignee_id":null}"#
    let request = try decode(SendMessageRequest.self, text, strict: true)
    #expect(request == SendMessageRequest(patientID: "1", messageType: .sms))
  }

  @Test("A missing member that may be null is nil to a client and an error to a server")
  func missingNullableMember() throws {
    let text = #"{"message_id":"1","count":1,"tags":[],"created_at":"2026-01-01","write_to_record":false}"#
    #expect(try decode(SentMessage.self, text).snomedCode == nil)
    #expect(problem(SentMessage.self, text, strict: true) == "snomed_code: is missing")
  }

  /// An object that may have no other members.
  nonisolated struct Closed: APIModel {
    var name: String?

    init(from fields: FieldReader) throws {
      try fields.refuseMembers(except: ["name"])
      name = try fields.stringIfPresent("name")
    }

    func write(to fields: inout FieldWriter) { fields.stringIfPresent("name", name) }
  }

  @Test("Members that the description forbids are refused by a server and ignored by a client")
  func closedObjects() throws {
    let text = #"[{"name":"a","hunter2":1}]"#
    #expect(try decode([Closed].self, text).map(\.name) == ["a"])
    #expect(
      problem([Closed].self, text, strict: true) == "[0]: expected no members other than those described"
    )
    #expect(try decode([Closed].self, #"[{"name":"a"},{}]"#, strict: true).count == 2)
  }

  @Test("Absent, null and a value are three things")
  func nullable() throws {
    var request = SendMessageRequest(patientID: "1", messageType: .sms)
    #expect(try !json(request).contains("memo"))
    request.memo = .clear
    #expect(try json(request).contains(#""memo":null"#))
    #expect(try decode(SendMessageRequest.self, json(request)).memo == .null)
    request.memo = "text"
    #expect(try json(request).contains(#""memo":"text""#))
    #expect(try decode(SendMessageRequest.self, json(request)).memo?.value == "text")
    #expect(Nullable<Int>(nil) == .null && Nullable<Int>(3) == .value(3))
    #expect(try json([Nullable<Int>.null, 1]) == "[null,1]")
    #expect(try decode([Nullable<Int>].self, "[null,1]") == [.null, 1])
  }

  @Test("Unknown members are ignored where the object is closed, and kept where it is open")
  func additionalMembers() throws {
    let request = #"{"patient_id":"1","message_type":"sms","new":1}"#
    #expect(try json(decode(SendMessageRequest.self, request)) == #"{"patient_id":"1","message_type":"sms"}"#)
    let text = #"""
      {"message_id":"1","snomed_code":null,"count":1,"tags":[],"created_at":"2026-01-01","write_to_record":false,\#
      "new":{"a":[1,null]},"other":null}
      """#
    let message = try decode(SentMessage.self, text)
    #expect(message.additionalProperties == ["new": ["a": [1, nil]], "other": .null])
    try Example.roundTrip(SentMessage.self, text)
  }

  @Test("A model that contains itself")
  func recursion() throws {
    let inner = #"""
      {"kind":"sent","message_id":"2","snomed_code":"x","count":1,"tags":[],"created_at":"2026-01-01T00:00:00.250Z",\#
      "write_to_record":true}
      """#
    let text = #"""
      {"message_id":"1","snomed_code":null,"count":1,"tags":[],"created_at":"2026-01-01","write_to_record":false,\#
      "target":\#(inner)}
      """#
    let message = try decode(SentMessage.self, text)
    guard case .sent(let box)? = message.target else {
      Issue.record("not the member that the discriminator names")
      return
    }
    #expect(box.messageID == "2" && box.value.additionalProperties["kind"] == "sent")
    try Example.roundTrip(SentMessage.self, text)
  }

  @Test("Models are equal when they write the same members")
  func equality() {
    var request = SendMessageRequest(patientID: "1", messageType: .sms)
    let same = SendMessageRequest(patientID: "1", messageType: .unrecognized("sms"))
    #expect(request == same && request.hashValue == same.hashValue)
    #expect(Set([request, same]).count == 1)
    request.memo = .null
    #expect(request != same)
    var other = same
    other.memo = "x"
    #expect(request != other && other != same)
    #expect(Set([request, same, other]).count == 3)
    var shifted = Sampler()
    shifted.integerIfPresent = 1
    var alsoShifted = Sampler()
    alsoShifted.integerOrNull = 1
    #expect(shifted != alsoShifted && shifted != Sampler())
  }

  @Test("Models work with any coder")
  func otherCoders() throws {
    var request = SendMessageRequest(patientID: "1", messageType: .sms, encrypted: .string("x"))
    request.sendAt = Date(timeIntervalSince1970: 0.5)
    let data = try JSONEncoder().encode(request)
    #expect(String(decoding: data, as: UTF8.self).contains("1970-01-01T00:00:00.500Z"))
    #expect(try JSONDecoder().decode(SendMessageRequest.self, from: data) == request)
    let list = try PropertyListEncoder().encode(request)
    #expect(try PropertyListDecoder().decode(SendMessageRequest.self, from: list) == request)
  }

  @Test("What JSON cannot carry is an error that names the place")
  func cannotBeWritten() {
    var sampler = Sampler()
    sampler.date = .distantFuture + 1e12
    #expect(throws: EncodingError.self) { try json(sampler) }
    sampler = Sampler()
    sampler.numberIfPresent = .infinity
    do {
      _ = try json(["list": [sampler]])
      Issue.record("an infinite number was written")
    } catch {
      #expect(CodingProblem(error).description == "*[0].number_if_present: cannot be written as JSON")
    }
  }
}

@Suite("Errors of decoding")
struct CodingProblemTests {
  @Test(
    "They name the place and what was expected, and do not quote the data",
    arguments: [
      (#"{"message_type":"sms"}"#, "patient_id: is missing"),
      (#"{"patient_id":4711,"message_type":"sms"}"#, "patient_id: expected a string"),
      (#"{"patient_id":null,"message_type":"sms"}"#, "patient_id: expected a string, found null"),
      (#"{"patient_id":"4711","message_type":[]}"#, "message_type: expected a string"),
      (
        #"{"patient_id":"4711","message_type":"sms","send_at":"4711"}"#,
        "send_at: expected a date-time such as 2026-03-15T09:30:00Z"
      ),
      (#"{"patient_id":"4711","message_type":"sms","assignee_id":"4711"}"#, "assignee_id: expected a number"),
      (#"["4711"]"#, "expected an object"),
      ("4711", "expected an object"),
      (#"{"patient_id":"4711""#, "is not valid JSON, or has a number that does not fit"),
      ("", "is not valid JSON, or has a number that does not fit"),
    ]
  )
  func namesPlace(json: String, text: String) {
    let found = problem(SendMessageRequest.self, json)
    #expect(found == text)
    #expect(!found.contains("4711"))
  }

  @Test("Names that came with the data are not shown")
  func hidesNames() {
    let found = problem([String: [SendMessageRequest]].self, #"{"John Smith":[{}]}"#)
    #expect(found == "*[0].patient_id: is missing")
  }

  @Test("A whole number may be written with a fraction of zero, and has to fit")
  func integers() throws {
    #expect(try decode(SentMessage.self, Self.message(count: "1.0")).count == 1)
    #expect(try decode(SentMessage.self, Self.message(count: "1e2")).count == 100)
    for text in ["4711.5", "47110000000000000000000", "\"4711\"", "true"] {
      let found = problem(SentMessage.self, Self.message(count: text))
      #expect(found.hasPrefix("count: ") && !found.contains("4711"))
    }
  }

  private static func message(count: String) -> String {
    #"""
    {"message_id":"1","snomed_code":null,"count":\#(count),"tags":[],"created_at":"2026-01-01",\#
    "write_to_record":false}
    """#
  }
}
