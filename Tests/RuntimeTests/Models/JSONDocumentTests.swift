import ClientRuntime
import Foundation
import Testing

@Suite("Reading JSON text")
struct JSONDocumentTests {
  @Test(arguments: [
    "0", "-0", "1", "-12", "1.5", "1e3", "1E+3", "1.25e-2", "123456789012345678901234567890", "1e-400",
    "true", "false", "null", "\"\"", "\"a\"", #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#, "\"é😀\u{7f}\"",
    "[]", "[ ]", "[1]", "[1,2]", "[[],{}]", "{}", "{ }", #"{"a":1}"#, #"{"":{"a":[null]},"b":{}}"#,
    " \t\r\n[ 1 , 2 ]\n", "\u{feff}[1]",
  ])
  func validText(_ text: String) throws {
    _ = try decode(JSONValue.self, text)
  }

  @Test(arguments: [
    "", " ", "a", "tru", "nul", "True", "'a'", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"",
    "\"\n\"", "\"\u{1}\"", #""\ud800""#, #""\ud800a""#, #""\ud800\u0041""#, #""\udc00""#,
    "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "0x1", "1a", "NaN", "Infinity", "--1",
    "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1}", "{", "}", "{a:1}", #"{"a"}"#, #"{"a":}"#,
    #"{"a":1,}"#, #"{,"a":1}"#, #"{"a" 1}"#, #"{"a":1]"#, #"{"a":1 "b":2}"#, "{1:1}", #"{"a":1,,"b":2}"#,
    "1 2", "[] []", "[]]", "{}}", "/* */ 1", "1 // a", "\u{0}", "[1]\u{0}",
  ])
  func invalidText(_ text: String) {
    #expect(throws: DecodingError.self) { try decode(JSONValue.self, text) }
  }

  @Test(
    "Bytes that are no UTF-8 are refused",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xFF], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]]
  )
  func invalidBytes(_ bytes: [UInt8]) {
    let text = Data([0x22] + bytes + [0x22])
    #expect(throws: DecodingError.self) { try JSONCoding.decode(String.self, from: text) }
  }

  @Test func deepNestingEndsInAnErrorAndNotInACrash() throws {
    let fine = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    _ = try decode(JSONValue.self, fine)
    for text in ["[", "{\"a\":"] {
      #expect(throws: DecodingError.self) {
        try decode(JSONValue.self, String(repeating: text, count: 100_000))
      }
    }
  }

  @Test func numbersKeepTheirValue() throws {
    #expect(try decode(Int.self, "9223372036854775807") == .max)
    #expect(try decode(Int.self, "-9223372036854775808") == .min)
    #expect(try decode(Int.self, "1.0") == 1 && decode(Int.self, "12e2") == 1200)
    #expect(problem(Int.self, "9223372036854775808") == "expected a whole number that fits 64 bits")
    #expect(problem(Int.self, "1.5") == "expected a whole number that fits 64 bits")
    #expect(problem(Double.self, "1e400") == "expected a number that fits 64 bits")
    #expect(try decode(Double.self, "0.1") == 0.1 && decode(Double.self, "5e-324") == .leastNonzeroMagnitude)
    #expect(try decode(Double.self, "9007199254740993") == 9_007_199_254_740_992)
    #expect(try decode(Double.self, "-0").sign == .minus)
    #expect(try decode(Decimal.self, "0.30000000000000000001").description == "0.30000000000000000001")
    #expect(try decode(Int32.self, "-2147483648") == .min)
    #expect(problem(Int32.self, "2147483648") == "expected a whole number of 32 bits")
    #expect(try decode(Float.self, "0.1") == 0.1)
  }

  @Test func stringsKeepTheirText() throws {
    #expect(try decode(String.self, #""\u00e9\ud83d\uDE00\/\\""#) == "é😀/\\")
    #expect(try decode(String.self, #""a\u0000b""#) == "a\u{0}b")
    #expect(try decode([String: Int].self, #"{"\u0061":1}"#) == ["a": 1])
    #expect(
      try decode(Sampler.self, ModelTests.minimal.replacing("\"string\":", with: #""\u0073tring":"#)).string
        == "s"
    )
  }

  @Test("The first of several members of one name counts")
  func repeatedNames() throws {
    #expect(try decode([String: Int].self, #"{"a":1,"a":2}"#) == ["a": 1])
    let text = ModelTests.minimal.dropLast() + #","string":"other"}"#
    #expect(try decode(Sampler.self, String(text)).string == "s")
  }

  @Test("An error names the place, but no name that came with the data")
  func places() {
    let sampler = ModelTests.minimal.replacing("[\"a\"]", with: "[\"a\",1]")
    #expect(problem([Sampler].self, "[\(sampler)]") == "[0].value[1]: expected a string")
    #expect(problem([String: [Int]].self, #"{"Alex":[1,"x"]}"#) == "*[1]: expected a whole number")
    #expect(problem(Sampler.self, "{}") == "string: is missing")
    #expect(problem(Sampler.self, "[]") == "expected an object")
    #expect(problem([Int].self, "[null]") == "[0]: expected a whole number, found null")
  }

  @Test("A type that is not the runtime's is read and written by Foundation")
  func foreignTypes() throws {
    nonisolated struct Point: Codable, Hashable {
      var x: Int
      var y: Double?
    }
    let text = #"{"a":[{"x":1,"y":2.5},{"x":2}]}"#
    let points = try decode([String: [Point]].self, text)
    #expect(points == ["a": [Point(x: 1, y: 2.5), Point(x: 2)]])
    #expect(try decode([String: [Point]].self, json(points)) == points)
    #expect(problem([Point].self, #"[{"x":1},{"x":"secret"}]"#) == "[1].*: expected a whole number")
  }

  @Test("Values of any type compare as they would by themselves")
  func equality() throws {
    var left = Sampler()
    var right = Sampler()
    #expect(left == right && left.hashValue == right.hashValue)
    left.numberIfPresent = .nan
    #expect(left != right && left == left)
    left.numberIfPresent = -0.0
    right.numberIfPresent = 0
    #expect(left == right)
    right.dateIfPresent = Date(timeIntervalSince1970: 1.0001)
    left.dateIfPresent = Date(timeIntervalSince1970: 1.0002)
    #expect(left != right)
    left.dateIfPresent = .distantFuture + 1e12
    right.dateIfPresent = left.dateIfPresent
    #expect(left == right)
    right.nullable = .null
    #expect(left != right)
  }
}

/// `JSON_TEST_SUITE=… swift test --filter JSONTestSuite`, with the folder `test_parsing` of
/// https://github.com/nst/JSONTestSuite, which is too large to be kept here.
@Suite("JSONTestSuite", .enabled(if: ProcessInfo.processInfo.environment["JSON_TEST_SUITE"] != nil))
struct JSONTestSuite {
  @Test func everyFile() throws {
    let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["JSON_TEST_SUITE"]))
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
    #expect(files.count > 300)
    for file in files {
      let data = try Data(contentsOf: file)
      let isAccepted = (try? JSONCoding.decode(JSONValue.self, from: data)) != nil
      switch file.lastPathComponent.first {
      case "y": #expect(isAccepted, "\(file.lastPathComponent)")
      case "n": #expect(!isAccepted, "\(file.lastPathComponent)")
      default: break
      }
    }
  }
}
