import Foundation
import Testing

@testable import ClientRuntime

@Suite("Rules on the JSON of a value")
struct JSONRulesTests {
  @Test(
    "each keyword accepts and refuses",
    arguments: [
      (#"{"type":"string"}"#, #""a""#, "1"), (#"{"type":["integer","null"]}"#, "null", "1.5"),
      (#"{"type":"integer"}"#, "1.0", #""1""#), (#"{"enum":["a",1,null]}"#, "null", "2"),
      (#"{"const":{"a":[1]}}"#, #"{"a":[1.0]}"#, #"{"a":[2]}"#),
      (#"{"minLength":2,"maxLength":3}"#, #""ab""#, #""a""#), (#"{"pattern":"^a"}"#, #""ab""#, #""b""#),
      (#"{"minimum":1,"maximum":2}"#, "1.5", "3"), (#"{"exclusiveMinimum":1}"#, "2", "1"),
      (#"{"multipleOf":0.01}"#, "0.07", "0.075"), (#"{"minItems":1,"maxItems":2}"#, "[1]", "[]"),
      (#"{"uniqueItems":true}"#, "[1,2]", "[1,1.0]"),
      (#"{"items":{"type":"string"}}"#, #"["a"]"#, "[1]"),
      (#"{"prefixItems":[{"type":"string"}],"items":false}"#, #"["a"]"#, #"["a",1]"#),
      (#"{"contains":{"const":1}}"#, "[0,1]", "[0]"),
      (#"{"contains":{"const":1},"minContains":2,"maxContains":2}"#, "[1,1]", "[1,1,1]"),
      (#"{"contains":{"const":1},"minContains":0}"#, "[]", #"{"not":"reached"}"#),
      (#"{"required":["a"]}"#, #"{"a":null}"#, "{}"), (#"{"minProperties":1}"#, #"{"a":1}"#, "{}"),
      (#"{"maxProperties":1}"#, #"{"a":1}"#, #"{"a":1,"b":2}"#),
      (#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":"b"}"#, #"{"a":1}"#),
      (#"{"additionalProperties":false,"properties":{"a":true}}"#, #"{"a":1}"#, #"{"b":1}"#),
      (#"{"patternProperties":{"^x-":{"type":"string"}}}"#, #"{"x-a":"b","c":1}"#, #"{"x-a":1}"#),
      (#"{"propertyNames":{"pattern":"^[a-z]+$"}}"#, #"{"a":1}"#, #"{"A":1}"#),
      (#"{"dependentRequired":{"a":["b"]}}"#, #"{"b":1}"#, #"{"a":1}"#),
      (#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "1", "3"),
      (#"{"anyOf":[{"type":"string"},{"minimum":5}]}"#, "6", "4"),
      (#"{"oneOf":[{"minimum":1},{"maximum":3}]}"#, "4", "2"), (#"{"not":{"type":"string"}}"#, "1", #""a""#),
      (
        #"{"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]},"else":{"required":["c"]}}"#,
        #"{"a":2,"c":1}"#, #"{"a":1,"c":1}"#
      ),
    ]
  )
  func keywords(rules: String, accepted: String, refused: String) throws {
    let rules = JSONRules.schema(rules)
    let good = try JSONCoding.decode(JSONValue.self, from: Data(accepted.utf8))
    let bad = try JSONCoding.decode(JSONValue.self, from: Data(refused.utf8))
    #expect(rules.violations(of: good).isEmpty)
    if bad["not"].isNull { #expect(!rules.violations(of: bad).isEmpty) }
  }

  @Test("rules that cannot be read refuse every value", arguments: ["{", "", #"{"type":"strnig"}"#])
  func unreadable(rules: String) {
    for value in [JSONValue.null, "a", 1, ["a": 1]] {
      #expect(!JSONRules.schema(rules).violations(of: value).isEmpty)
    }
  }

  @Test("a value that has no JSON is refused")
  func unwritable() {
    var check = ConstraintCheck()
    check.json(Double.nan, "ratio", #"{"type":"number"}"#)
    #expect(check.violations.map(\.description) == ["ratio: violates type JSON"])
  }

  @Test("places are named, other than those that came with the data")
  func places() {
    var check = ConstraintCheck()
    let value: JSONValue = ["list": [["a": 1]], "secret name": "x"]
    check.json(
      value,
      "body",
      #"{"properties":{"list":{"items":{"properties":{"a":{"type":"string"}}}}},"additionalProperties":{"type":"null"}}"#
    )
    #expect(
      check.violations.map(\.description) == [
        "body.list[0].a: violates type string", "body.*: violates type null",
      ]
    )
  }
}
