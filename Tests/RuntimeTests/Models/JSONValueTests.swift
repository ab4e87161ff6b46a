import ClientRuntime
import Foundation
import Testing

@Suite("JSON values")
struct JSONValueTests {
  @Test(
    "What is read is written again",
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "1.5", "\"\"", "\"1\"", "\"true\"", "[]",
      "{}",
      #"{"a":[1,2.5,null,true,"x",{"b":{}}]}"#, #""\u0001é😀""#, "[[[[[[]]]]]]",
    ]
  )
  func roundTrip(text: String) throws {
    let value = try decode(JSONValue.self, text)
    #expect(try json(value) == text.replacingOccurrences(of: "\\u0001", with: "\\u0001"))
  }

  @Test func kinds() throws {
    let value = try decode(JSONValue.self, #"{"b":true,"i":1,"n":1.5,"s":"1","a":[1],"z":null,"big":1e300}"#)
    #expect(value["b"] == .boolean(true) && value["b"].integer == nil)
    #expect(value["i"] == .integer(1) && value["i"].boolean == nil && value["i"].number == 1)
    #expect(value["n"].number == 1.5 && value["n"].integer == nil)
    #expect(value["s"].string == "1" && value["s"].number == nil)
    #expect(value["a"][0].integer == 1 && value["a"][1].isNull && value["a"]["x"].isNull)
    #expect(value["z"].isNull && value["none"]["deeper"][3].isNull)
    #expect(value["big"].number == 1e300)
  }

  @Test func literals() throws {
    let name = "b"
    let value: JSONValue = ["a": [1, 2.5, nil, true, "x\(name)"], "a": 3, "o": [:], "l": []]
    #expect(value["a"] == 3)
    #expect(value["o"].object == [:] && value["l"].array == [])
    #expect(("x\(name)" as JSONValue).string == "xb")
  }

  @Test func mutation() {
    var value: JSONValue = ["a": [1, 2]]
    value["a"][1] = "x"
    value["a"][7] = "ignored"
    value["b"]["c"] = true
    #expect(value == ["a": [1, "x"], "b": ["c": true]])
  }

  @Test("Numbers compare by value")
  func numbers() {
    #expect(
      JSONValue.integer(1) == .number(1) && JSONValue.number(1).hashValue == JSONValue.integer(1).hashValue
    )
    #expect(JSONValue.integer(1) != .boolean(true) && JSONValue.integer(1) != .string("1"))
    #expect(JSONValue.integer(.max) != .number(9_223_372_036_854_775_808))
    #expect(JSONValue.number(0.5).integer == nil && JSONValue.number(2).integer == 2)
    #expect(JSONValue.number(1e300).integer == nil)
  }

  @Test("Values of other types come and go")
  func conversions() throws {
    let person: JSONValue = ["name": "Ada", "ages": [1, 2]]
    #expect(try person.decode([String: JSONValue].self)["ages"]?.decode([Int].self) == [1, 2])
    #expect(try JSONValue(encoding: ["since": CalendarDate("2024-02-29")]) == ["since": "2024-02-29"])
    #expect(throws: DecodingError.self) { try person["name"].decode(Int.self) }
    #expect(throws: EncodingError.self) { try JSONValue(encoding: [Double.infinity]) }
  }
}
