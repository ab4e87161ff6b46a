import Testing

@testable import SwiftRendering

@Suite struct SourceTextTests {
  private func finished(_ text: String) -> String {
    String(decoding: SourceText.finished(Array(text.utf8)), as: UTF8.self)
  }

  @Test func emptyLinesAreCollapsed() {
    #expect(finished("\n\na {\n\n  b\n\n\n  c\n\n}\n\n\n") == "a {\n  b\n\n  c\n}\n")
  }

  @Test func literalsStayAsTheyAre() {
    let text = "let a = #\"\"\"\n\n\n  }  \n\"\"\"#\n"
    #expect(finished(text) == text)
  }

  @Test func importsAreSorted() {
    #expect(finished("import B\npublic import A\n\nx\n") == "public import A\nimport B\n\nx\n")
    #expect(
      finished("@testable import A\nimport B\n\nx\n") == "import B\n\n@testable import A\n\nx\n"
    )
  }

  @Test func longListItemsOfDocumentationAreWrapped() {
    let words = Array(repeating: "word", count: 30).joined(separator: " ")
    let lines = finished("  ///   - name: \(words)\n").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= 109 })
    #expect(lines[0].hasPrefix("  ///   - name: word word"))
    #expect(lines[1].hasPrefix("  ///     word word"))
    let unbreakable = "/// - " + String(repeating: "x", count: 200) + "\n"
    #expect(finished(unbreakable) == unbreakable)
    let code = "///   " + words + "\n"
    #expect(finished(code) == code)
  }

  @Test func longLinesAreBrokenAtTheirOutermostBrackets() {
    let argument = String(repeating: "a", count: 50)
    #expect(
      finished("  call(\(argument), [\"x,(\", \(argument)], 1)\n") == """
          call(
            \(argument),
            ["x,(", \(argument)],
            1
          )

        """
    )
    #expect(
      finished("let a = [\(argument), \(argument), 1]\n") == """
        let a = [
          \(argument),
          \(argument),
          1,
        ]

        """
    )
  }

  @Test(arguments: ["// ", "\"(", ")))", "[[[", "\"\\"])
  func linesThatCannotBeBrokenStay(_ start: String) {
    let line = start + String(repeating: "x", count: 200) + "\n"
    #expect(finished(line) == line)
  }
}
