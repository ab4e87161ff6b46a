import ClientRuntime
import Foundation
import Testing

@Suite("Round trips of examples")
struct ExampleTests {
  @Test("Numbers by value, instants by the moment, null as absent")
  func tolerance() throws {
    try Example.roundTrip(
      SendMessageRequest.self,
      #"{"patient_id":"1","message_type":"sms","send_at":"2026-03-15T10:30:00+01:00","assignee_id":3.0,"encrypted":null}"#
    )
    try Example.roundTrip([CalendarDate].self, #"["1989-04-11T00:00:00Z"]"#)
  }

  @Test(
    "What is lost is found",
    arguments: [
      #"{"patient_id":"1","message_type":"sms","unknown":1}"#,
      #"{"patient_id":"1","message_type":"sms","unknown":[]}"#,
    ]
  )
  func losses(json: String) {
    let mismatch = #expect(throws: Example.Mismatch.self) {
      try Example.roundTrip(SendMessageRequest.self, json)
    }
    #expect(mismatch?.description.hasSuffix("at .unknown") == true)
  }

  @Test func wrongExamples() {
    #expect(throws: DecodingError.self) { try Example.roundTrip(SendMessageRequest.self, "{}") }
    #expect(throws: Example.Mismatch.self) {
      try Example.roundTrip([CalendarDate].self, #"["1989-04-11T10:00:00Z"]"#)
    }
  }
}
