import Testing

@testable import SourceDocuments

@Suite struct DocumentFormatTests {
  @Test(arguments: ["a.json", "a.yaml", "a.yml", "a", "A.JSON"])
  func readsJSONUnderAnyName(_ path: String) throws {
    // libyaml refuses each of these.
    let text = "{\"\\ud83d\\ude00\": \"\u{7f}\",\n\t\"\(String(repeating: "k", count: 2000))\": 1}"
    #expect(try load(text, as: path)["😀"]?.string == "\u{7f}")
  }

  @Test(arguments: ["a.yaml", "a.YML", "a", "a.txt"])
  func readsFlowMappingsThatAreNotJSON(_ path: String) throws {
    #expect(try load("{a: 1, # one\n b: [x,]}", as: path).jsonText() == #"{"a":1,"b":["x"]}"#)
  }

  @Test func speaksOfTheFormatThatWasMeant() {
    #expect(mistakes(in: "{\"a\": 1,}", as: "a.json") == ["1:8 json-syntax"])
    #expect(mistakes(in: "a: 1", as: "a.json") == ["1:1 json-syntax"])
    #expect(mistakes(in: "{\"a\": [}", as: "a.yaml") == ["1:8 yaml-syntax"])
    #expect(mistakes(in: "{\"a\": [}", as: "a") == ["1:8 json-syntax"])
  }

  @Test func doesNotAskYAMLWhatIsWrongInBoth() {
    #expect(mistakes(in: "{\"a\": 1, \"a\": 2}", as: "a.yaml") == ["1:10 duplicate-key"])
  }
}
