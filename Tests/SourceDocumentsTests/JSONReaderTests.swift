import Testing

@testable import SourceDocuments

@Suite struct JSONReaderTests {
  @Test func readsEveryKindOfValue() throws {
    let root = try json(#" {"a": [1, -2.5e3, "x", true, false, null, {}, []]} "#)
    #expect(root.kind == .object)
    let kinds = root["a"]?.elements.map(\.kind)
    #expect(kinds == [.number, .number, .string, .boolean, .boolean, .null, .object, .array])
    #expect(root["a"]?.elements[3].boolean == true)
    #expect(root["a"]?.elements[4].boolean == false)
    #expect(root["a"]?.elements[5].isNull == true)
  }

  @Test(arguments: ["1", "\"x\"", "true", "null", " [] "])
  func acceptsAnyValueAsTheRoot(_ text: String) throws {
    _ = try json(text)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
    (#""\u0041\u00e9\u65E5""#, "Aé日"),
    (#""\ud83d\ude00""#, "😀"),
    (#""\ud83d""#, "\u{FFFD}"),
    (#""\ude00x""#, "\u{FFFD}x"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\u0000""#, "\0"),
    ("\"é😀\u{7f}\u{2028}\"", "é😀\u{7f}\u{2028}"),
  ])
  func decodesStrings(_ text: String, _ value: String) throws {
    #expect(try json(text).string == value)
  }

  @Test(arguments: [
    ("{\"a\": 1,}", "1:8"),
    ("[1,]", "1:3"),
    ("[1,,2]", "1:3"),
    ("[,1]", "1:2"),
    ("{,}", "1:2"),
    ("{\"a\" 1}", "1:6"),
    ("{\"a\":}", "1:6"),
    ("{\"a\":1 \"b\":2}", "1:7"),
    ("[1 2]", "1:3"),
    ("{a: 1}", "1:2"),
    ("{'a': 1}", "1:2"),
    ("['a']", "1:2"),
    ("// x\n{}", "1:1"),
    ("{} // x", "1:4"),
    ("/* x */ 1", "1:1"),
    ("# x\n1", "1:1"),
    ("{} {}", "1:4"),
    ("[1]]", "1:4"),
    ("[1}", "1:3"),
    ("{\"a\":1]", "1:7"),
    ("", "1:1"),
    ("[", "1:2"),
    ("{\"a\":", "1:6"),
    ("\"a", "1:1"),
    ("\"a\\", "1:1"),
    ("\"a\nb\"", "1:3"),
    ("\"a\tb\"", "1:3"),
    ("\"\\x\"", "1:2"),
    ("\"\\u12\"", "1:2"),
    ("\"\\u12G4\"", "1:2"),
    ("tru", "1:1"),
    ("truest", "1:1"),
    ("True", "1:1"),
    ("NaN", "1:1"),
    ("undefined", "1:1"),
    ("+1", "1:1"),
    ("-", "1:1"),
    ("01", "1:1"),
    ("-01", "1:1"),
    ("1.", "1:1"),
    (".5", "1:1"),
    ("1e", "1:1"),
    ("1e+", "1:1"),
    ("1.2.3", "1:1"),
    ("0x10", "1:1"),
    ("1a", "1:1"),
    ("\u{0}", "1:1"),
    ("\u{FEFF}\u{FEFF}{}", "1:1"),
    ("é", "1:1"),
  ])
  func refusesWhatIsNotJSON(_ text: String, _ position: String) {
    let code = text.isEmpty ? "empty-document" : "json-syntax"
    #expect(mistakes(in: text, as: "test.json") == ["\(position) \(code)"])
  }

  @Test func saysWhatIsWrongAndWhatToDo() throws {
    let trailing = try #require(diagnostics(of: Array("[1, 2 , ]".utf8), as: "a.json").first)
    #expect(trailing.message == "the last element has a comma after it")
    #expect(trailing.advice == "remove the comma")
    #expect(trailing.location?.column == 7)

    let word = try #require(diagnostics(of: Array("{\"a\": None}".utf8), as: "a.json").first)
    #expect(word.message == "'None' is not a JSON value")
    #expect(word.advice == "write null")
    #expect(word.location?.length == 4)

    let truncated = try #require(diagnostics(of: Array("{\"a\":\n [1".utf8), as: "a.json").first)
    #expect(truncated.notes.first?.message == "the array begins here")
    #expect(truncated.notes.first?.location?.line == 2)
  }

  @Test func reportsEveryDuplicateName() {
    let text = "{\"a\": 1,\n \"\\u0061\": 2,\n \"b\": {\"c\": 1, \"c\": 1}, \"a\": 3}"
    #expect(
      mistakes(in: text, as: "test.json") == [
        "3:16 duplicate-key", "2:2 duplicate-key", "3:25 duplicate-key",
      ]
    )
  }

  @Test func findsDuplicatesInLargeObjects() throws {
    let names = (0..<1000).map { "\"n\($0)\": \($0)" }
    let text = "{" + (names + ["\"n500\": 0"]).joined(separator: ",\n") + "}"
    let diagnostic = try #require(diagnostics(of: Array(text.utf8), as: "a.json").first)
    #expect(summary(diagnostic) == "1001:1 duplicate-key")
    #expect(diagnostic.notes.first?.location?.line == 501)
  }
}
