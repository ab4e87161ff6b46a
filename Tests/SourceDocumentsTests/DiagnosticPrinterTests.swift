import Testing

@testable import SourceDocuments

@Suite struct DiagnosticPrinterTests {
  private let printer = DiagnosticPrinter(color: false)

  private func diagnostic(_ text: String, offset: Int, length: Int) -> Diagnostic {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    return Diagnostic(.error, code: "x", "m", at: SourceLocation(file: file, offset: offset, length: length))
  }

  private func excerpt(_ text: String, offset: Int, length: Int) -> [String] {
    let lines = printer.text(diagnostic(text, offset: offset, length: length)).split(separator: "\n")
    return lines.dropFirst().map { String($0.dropFirst(4)) }
  }

  @Test func printsLikeACompiler() throws {
    let root = try load("a: 1\npet:\n  $ref: '#/x'\n", as: "openapi.yaml")
    let reference = try #require(root["pet"]?["$ref"])
    let first = try #require(root["a"])
    let diagnostic = Diagnostic.error(
      "dangling-reference",
      "the reference leads nowhere",
      at: reference,
      advice: "define it",
      notes: [.init("as here", at: first.location), .init("and anywhere", at: nil)]
    )
    #expect(
      printer.text(diagnostic) == """
        openapi.yaml:3:9: error: the reference leads nowhere [dangling-reference]
        3 |   $ref: '#/x'
          |         ^~~~~
          at: #/pet/$ref
          fix: define it
        openapi.yaml:1:4: note: as here
        1 | a: 1
          |    ^
        note: and anywhere
        """
    )
    #expect(
      printer.text(.warning("w", "m", at: root["pet"] ?? root)).hasPrefix(
        "openapi.yaml:2:1: warning: m [w]\n"
      )
    )
  }

  @Test func printsWithoutALocation() {
    #expect(printer.text(Diagnostic(.error, code: "x", "m", at: nil)) == "error: m [x]")
    let unreadable = SourceLocation(file: SourceFile(path: "gone.yaml", bytes: []), offset: 0, length: 0)
    #expect(printer.text(Diagnostic(.error, code: "x", "m", at: unreadable)) == "gone.yaml:1:1: error: m [x]")
  }

  @Test func marksOnlyTheFirstLine() {
    #expect(excerpt("ab\ncd\n", offset: 1, length: 4) == ["ab", " ^"])
    #expect(excerpt("ab\ncd\n", offset: 2, length: 1) == ["ab", "  ^"])
  }

  @Test func alignsTheMarkerUnderWideText() {
    #expect(excerpt("日本e\u{301}\tx", offset: 10, length: 1) == ["日本e\u{301} x", "      ^"])
    #expect(excerpt("é日本x", offset: 2, length: 6) == ["é日本x", " ^~~~"])
  }

  @Test func cutsLongLines() {
    let text = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let lines = excerpt(text, offset: 500, length: 4)
    #expect(lines[0].hasPrefix("…aaa") && lines[0].hasSuffix("bbb…"))
    #expect(lines[0].count <= 122)
    let column = lines[1].prefix { $0 == " " }.count
    #expect(lines[0].dropFirst(column).hasPrefix("HERE"))
    #expect(lines[1].hasSuffix("^~~~"))

    let marked = excerpt(String(repeating: "a", count: 500), offset: 3, length: 400)
    #expect(marked[0].count <= 122 && marked[1].count <= 122)
    #expect(excerpt(String(repeating: "😀", count: 5000), offset: 400, length: 4)[0].count <= 122)
  }

  @Test func neverPrintsControlCharacters() {
    let evil = "\u{1b}[31m\u{7}\u{9b}\u{202e}\u{7f}"
    let file = SourceFile(path: evil + ".yaml", bytes: Array("a: \(evil)\t\u{1b}x".utf8) + [0xFF])
    let location = SourceLocation(file: file, offset: 3, length: 2)
    let diagnostic = Diagnostic(
      .error,
      code: evil,
      evil + "\n",
      at: location,
      pointer: evil,
      advice: evil,
      notes: [.init(evil, at: location)]
    )
    let text = printer.text(diagnostic)
    #expect(text.hasPrefix(#"\u{1b}[31m\u{7}\u{9b}\u{202e}\u{7f}.yaml:1:4: error: \u{1b}[31m"#))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || TerminalText.escaped($0) == String($0) })
    #expect(text.split(separator: "\n").count == 8)
  }

  @Test func colorsOnRequest() {
    let text = DiagnosticPrinter(color: true).text(diagnostic("ab", offset: 0, length: 2))
    #expect(
      text
        == "\u{1b}[1ma.yaml:1:1: \u{1b}[0m\u{1b}[1;31merror:\u{1b}[0m m [x]\n1 | ab\n  | \u{1b}[32m^~\u{1b}[0m"
    )
  }
}
