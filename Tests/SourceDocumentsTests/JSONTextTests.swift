import Testing

@testable import SourceDocuments

@Suite struct JSONTextTests {
  @Test func writesCompactText() throws {
    let text = #"{"z":[1,2.50,-0,1E5],"a":{"b":{},"c":[]},"d":null,"e":true,"f":"/\"\\é"}"#
    #expect(
      try json(text).jsonText()
        == #"{"z":[1,2.50,-0,1e5],"a":{"b":{},"c":[]},"d":null,"e":true,"f":"/\"\\é"}"#
    )
  }

  @Test func writesIndentedText() throws {
    let root = try json(#"{"a":[1,{"b":null}],"c":{},"d":[]}"#)
    #expect(
      root.jsonText(indentation: 2) == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "c": {},
          "d": []
        }
        """
    )
    #expect(root["a"]?.jsonText(indentation: 0) == "[\n1,\n{\n\"b\": null\n}\n]")
  }

  @Test func escapesWhatItMust() throws {
    let root = try json(#""\u0000\u001f\b\f\n\r\t\"\\\/\u007f\u2028""#)
    #expect(root.jsonText() == "\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\/\\u007f\u{2028}\"")
  }

  @Test func writesLongNumbersWhole() throws {
    let digits = String(repeating: "1234567890", count: 10)
    #expect(try json(digits).jsonText() == digits)
    #expect(try yaml("+000\(digits).\(digits)").jsonText() == "\(digits).\(digits)")
  }

  @Test func writesHexadecimalNumbersOfAnySize() throws {
    #expect(try yaml("0x10000000000000000").jsonText() == "1.8446744073709552e+19")
    let huge = "0x" + String(repeating: "f", count: 1000)
    #expect(try yaml(huge).jsonText() == "\"\(huge)\"")
  }

  @Test func writesWhatItReads() throws {
    let text = try yaml("a: &a [.5, 0x1F, ~, yes]\nb: {c: *a}\n1: \"\\e\"\n").jsonText(indentation: 2)
    #expect(try json(text).jsonText(indentation: 2) == text)
  }
}
