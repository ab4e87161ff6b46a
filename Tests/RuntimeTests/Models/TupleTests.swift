import ClientRuntime
import Foundation
import Testing

@Suite("Lists whose elements have types of their own")
struct TupleTests {
  /// A tuple as it is generated.
  nonisolated struct Reading: APITuple {
    var at: Date
    var value: Double?
    var rest: [String]?

    init(at: Date, value: Double? = nil, rest: [String]? = nil) {
      self.at = at
      self.value = value
      self.rest = rest
    }

    init(from fields: FieldReader) throws {
      at = try fields.date("0")
      value = try fields.numberIfPresent("1")
      rest = try fields.valueIfPresent("rest", [String].self)
    }

    func write(to fields: inout FieldWriter) {
      fields.date("0", at)
      fields.numberIfPresent("1", value)
      fields.valueIfPresent("rest", rest)
    }

    static let elementCount = 2
  }

  @Test(
    "what was read is written again",
    arguments: [
      #"["2026-03-15T09:30:00Z"]"#, #"["2026-03-15T09:30:00Z",1.5]"#, #"["2026-03-15T09:30:00Z",2,"a","b"]"#,
    ]
  )
  func roundTrip(json: String) throws {
    let reading = try JSONCoding.decode(Reading.self, from: Data(json.utf8))
    #expect(String(decoding: try JSONCoding.encode(reading), as: UTF8.self) == json)
    let inList = try JSONCoding.decode([String: [Reading]].self, from: Data(#"{"a":[\#(json)]}"#.utf8))
    #expect(inList["a"] == [reading])
    #expect(try JSONDecoder().decode(Reading.self, from: Data(json.utf8)) == reading)
  }

  @Test(
    "what is no such list is refused",
    arguments: ["[]", "{}", #"[1]"#, #"["2026-03-15T09:30:00Z","x"]"#]
  )
  func refusal(json: String) {
    #expect(throws: DecodingError.self) { try JSONCoding.decode(Reading.self, from: Data(json.utf8)) }
  }

  @Test("an element behind one that is missing cannot be written")
  func gap() {
    #expect(throws: EncodingError.self) { try JSONCoding.encode(Reading(at: .now, rest: ["a"])) }
  }
}
