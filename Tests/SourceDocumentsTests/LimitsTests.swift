import Testing

@testable import SourceDocuments

@Suite struct LimitsTests {
  @Test(arguments: ["a.json", "a.yaml"])
  func nestsToTheLimitAndNoFurther(_ path: String) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let root = try load(nested(512), as: path)
    #expect(root.jsonText() == nested(512))
    #expect(mistakes(in: nested(513), as: path) == ["1:513 too-deep"])
    #expect(mistakes(in: String(repeating: "[", count: 1_000_000), as: path) == ["1:513 too-deep"])
    #expect(mistakes(in: String(repeating: "{\"a\":", count: 100_000), as: path) == ["1:2561 too-deep"])
  }

  @Test func refusesEndlessBlockSequences() {
    #expect(mistakes(in: String(repeating: "- ", count: 100_000), as: "a.yaml") == ["1:1025 too-deep"])
  }

  @Test func refusesManyTagDirectives() {
    let directives = (0..<100_000).map { "%TAG !a\($0)! x\n" }.joined()
    #expect(mistakes(in: directives + "--- a\n", as: "a.yaml") == ["65:1 yaml-syntax"])
    let long = "%TAG ! " + String(repeating: "x", count: 100_000) + "\n--- a\n"
    #expect(mistakes(in: long, as: "a.yaml") == ["1:1 yaml-syntax"])
  }

  @Test(arguments: ["a.json", "a.yaml"])
  func survivesEveryTruncation(_ path: String) {
    let text = Array(#"{"a": [1, -2.5e3, "\ud83d\ude00é😀", true, {"b": null}], "c": {"d": "\\"}}"#.utf8)
    for length in 0..<text.count {
      #expect(!diagnostics(of: Array(text.prefix(length)), as: path).isEmpty)
    }
  }

  @Test(arguments: ["a.json", "a.yaml"])
  func survivesEveryChangedByte(_ path: String) {
    let text = Array("{\"a\": &x [1, \"\\u00e9é\", *x], '<<': {b: ~}}\n# é\n".utf8)
    for index in text.indices {
      for byte in [0, 0x09, 0x0A, 0x22, 0x25, 0x2A, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xFF] as [UInt8] {
        var changed = text
        changed[index] = byte
        let printer = DiagnosticPrinter(color: false)
        for diagnostic in diagnostics(of: changed, as: path) {
          #expect(printer.text(diagnostic).unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        }
      }
    }
  }
}
