import Testing

@testable import SourceDocuments

@Suite struct YAMLReaderTests {
  /// YAML 1.2.2 §10.3.2, and what YAML 1.1 made of the rest.
  @Test(arguments: [
    ("null", "null"), ("Null", "null"), ("NULL", "null"), ("~", "null"), ("", "null"), ("nULL", "\"nULL\""),
    ("true", "true"), ("True", "true"), ("FALSE", "false"), ("tRUE", "\"tRUE\""),
    ("yes", "\"yes\""), ("no", "\"no\""), ("on", "\"on\""), ("off", "\"off\""), ("y", "\"y\""),
    ("0", "0"), ("-0", "-0"), ("+12", "12"), ("012", "12"), ("-007", "-7"), ("0o17", "15"), ("0x1F", "31"),
    ("0xffffffffffffffff", "18446744073709551615"), ("0o", "\"0o\""), ("0x", "\"0x\""), ("-0x1", "\"-0x1\""),
    ("0b1", "\"0b1\""), ("1_000", "\"1_000\""), ("12:30", "\"12:30\""), ("1:2:3", "\"1:2:3\""),
    (".5", "0.5"), ("5.", "5"), ("-.5e-3", "-0.5e-3"), ("1e3", "1e3"), ("1E+3", "1e+3"), ("1.e3", "1e3"),
    (".", "\".\""), ("+", "\"+\""), ("1e", "\"1e\""), ("e3", "\"e3\""),
    ("1.2.3", "\"1.2.3\""),
    (".inf", "\".inf\""), ("-.INF", "\"-.INF\""), (".nan", "\".nan\""), ("+.nan", "\"+.nan\""),
    ("2024-01-01", "\"2024-01-01\""), ("3.1.0", "\"3.1.0\""), ("9007199254740993", "9007199254740993"),
    ("\"1\"", "\"1\""), ("'true'", "\"true\""), ("''", "\"\""),
    ("!!str 12", "\"12\""), ("!!str", "\"\""), ("!!int \"12\"", "12"), ("!!float 1", "1"),
    ("!!bool \"true\"", "true"), ("!!null \"\"", "null"), ("!custom 12", "12"), ("!custom \"12\"", "\"12\""),
    ("!!binary aGk=", "\"aGk=\""), ("!!timestamp 2024-01-01", "\"2024-01-01\""),
  ])
  func resolvesScalars(_ scalar: String, _ value: String) throws {
    #expect(try yaml("- \(scalar)\n").jsonText() == "[\(value)]")
  }

  @Test(arguments: [".inf", "-.Inf", "+.INF", ".nan"])
  func readsNumbersThatJSONLacks(_ text: String) throws {
    let number = try #require(try yaml(text).number)
    #expect(number.text == text)
    #expect(number.integer == nil)
    #expect(!number.double.isFinite)
  }

  @Test func makesKeysOfAllScalars() throws {
    let root = try yaml("200: a\ntrue: b\n~: c\n1.0: d\n'q': e\n? x\n: f\n")
    #expect(root.members.map(\.key) == ["200", "true", "~", "1.0", "q", "x"])
    #expect(root["200"]?.string == "a")
  }

  @Test func foldsBlockScalars() throws {
    let root = try yaml("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: \"x\n  y\"\n")
    #expect(root["a"]?.string == "x\n y\n")
    #expect(root["b"]?.string == "x y\nz")
    #expect(root["c"]?.string == "x\n\n")
    #expect(root["d"]?.string == "x y")
  }

  @Test func readsAllLineBreaks() throws {
    let root = try yaml("a: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n    z\r\n")
    #expect(root.jsonText() == #"{"a":1,"b":["x","y\nz\n"]}"#)
    #expect(root["b"]?.elements[1].location.line == 4)
  }

  @Test func locatesNodesInWideText() throws {
    let root = try yaml("\u{FEFF}é日😀: \"\\u65e5\" # 😀\n😀: {é: [x, 日本]}\n")
    let inner = try #require(root["😀"]?["é"])
    #expect(inner.location.description == "test.yaml:2:8")
    #expect(inner.keyLocation?.description == "test.yaml:2:5")
    #expect(inner.elements[1].location.column == 12)
    #expect(inner.elements[1].location.length == 6)
    #expect(root["é日😀"]?.location.description == "test.yaml:1:6")
    #expect(root["é日😀"]?.string == "日")
  }

  @Test func endsBlockCollectionsWithTheirContent() throws {
    let text = "a:\n  b: 1\n  c:\n    - x\n    - y\n\n# comment\nd: [1, 2]\ne:\n"
    let root = try yaml(text)
    func excerpt(_ node: SourceNode?) -> String? {
      node.map {
        String(decoding: Array(text.utf8)[$0.location.offset...].prefix($0.location.length), as: UTF8.self)
      }
    }
    #expect(excerpt(root["a"]) == "b: 1\n  c:\n    - x\n    - y")
    #expect(excerpt(root["a"]?["c"]) == "- x\n    - y")
    #expect(excerpt(root["d"]) == "[1, 2]")
    #expect(root["e"]?.isNull == true)
  }

  @Test func readsEquivalentFlowAndBlock() throws {
    let block = try yaml("a:\n- 1\n- b: 2\n  c: [x, {y: z}]\n- - 3\n")
    let flow = try yaml("{a: [1, {b: 2, c: [x, {y: z,},]}, [3]],}")
    #expect(block.jsonText() == flow.jsonText())
    #expect(try yaml("[a: b, c]").jsonText() == #"[{"a":"b"},"c"]"#)
  }

  @Test(arguments: [
    ("a:\n\tb: 1\n", "2:1 yaml-syntax"),
    ("a: b: c\n", "1:5 yaml-syntax"),
    ("a: @b\n", "1:4 yaml-syntax"),
    ("a: \"b\n", "2:1 yaml-syntax"),
    ("a: [1, 2\n", "2:1 yaml-syntax"),
    ("a: 1\n b: 2\n", "2:3 yaml-syntax"),
    ("a: {{ x }}\n", "1:5 yaml-syntax"),
    ("? [a]\n: b\n", "1:3 yaml-syntax"),
    ("a: *b\n", "1:4 yaml-syntax"),
    ("a: !!int x\n", "1:4 yaml-syntax"),
    ("a: !!bool yes\n", "1:4 yaml-syntax"),
    ("a: !e!x y\n", "1:4 yaml-syntax"),
    ("é: \u{7}\n", "1:4 yaml-syntax"),
    ("%FOO\n---\n", "1:5 yaml-syntax"),
    ("<<: x\n", "1:5 yaml-syntax"),
    ("<<: [{a: 1}, 2]\n", "1:14 yaml-syntax"),
    ("a: &x [*x]\n", "1:8 recursive-alias"),
    ("a: 1\n---\nb: 2\n", "2:1 several-documents"),
    ("a: 1\na: 2\n", "2:1 duplicate-key"),
    ("200: 1\n'200': 2\n", "2:1 duplicate-key"),
    ("# nothing\n", "1:1 empty-document"),
    ("---\n", "1:1 empty-document"),
    (" \n\n", "1:1 empty-document"),
    ("\u{FEFF}", "1:1 empty-document"),
  ])
  func refusesWhatIsWrong(_ text: String, _ summary: String) {
    #expect(mistakes(in: text, as: "test.yaml") == [summary])
  }

  @Test func advisesAgainstSurrogates() throws {
    let text = #"a: "\ud83d\ude00""#
    let diagnostic = try #require(diagnostics(of: Array(text.utf8), as: "a.yaml").first)
    #expect(diagnostic.code == "yaml-syntax")
    #expect(diagnostic.advice?.contains("U0001F600") == true)
    #expect(try yaml(#"a: "\U0001F600""#)["a"]?.string == "😀")
  }

  @Test func readsTabsBeforeComments() throws {
    let root = try yaml(
      "a:\t# one\n  b: x\n\t# two\n \t \n  c: |\n    y\n\t# three\n\t\nd: [1,\n\t# four\n 2]\n"
    )
    #expect(root["a"]?["b"]?.string == "x")
    #expect(root["d"]?.jsonText() == "[1,2]")
    #expect(root["d"]?.location.line == 9)
  }

  @Test func advisesAgainstLongKeys() throws {
    let text = "a: 1\n" + String(repeating: "k", count: 1100) + ": 1\n"
    let diagnostic = try #require(diagnostics(of: Array(text.utf8), as: "a.yaml").first)
    #expect(diagnostic.advice?.contains("1,024 characters") == true)
    let key = String(repeating: "k", count: 1100)
    #expect(try yaml("? \(key)\n: 1\n").members.first?.key.count == 1100)
  }

  @Test func advisesAgainstTabs() throws {
    let diagnostic = try #require(diagnostics(of: Array("a:\n\tb: 1\n".utf8), as: "a.yaml").first)
    #expect(diagnostic.advice == "indent with spaces; YAML does not allow tabs there")
  }
}
