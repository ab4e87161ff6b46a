import Testing

@testable import SwiftRendering

@Suite struct SourceTextTests {
  @Test func emptyLinesAreCollapsed() {
    #expect(SourceText.finished("\n\na {\n\n  b\n\n\n  c\n\n}\n\n\n") == "a {\n  b\n\n  c\n}\n")
  }

  @Test func literalsStayAsTheyAre() {
    let text = "let a = #\"\"\"\n\n\n  }  \n\"\"\"#\n"
    #expect(SourceText.finished(text) == text)
  }

  @Test func importsAreSorted() {
    #expect(SourceText.finished("import B\npublic import A\n\nx\n") == "public import A\nimport B\n\nx\n")
    #expect(
      SourceText.finished("@testable import A\nimport B\n\nx\n") == "import B\n\n@testable import A\n\nx\n"
    )
  }

  @Test func longLinesAreBrokenAtTheirOutermostBrackets() {
    let argument = String(repeating: "a", count: 50)
    #expect(
      SourceText.finished("  call(\(argument), [\"x,(\", \(argument)], 1)\n") == """
          call(
            \(argument),
            ["x,(", \(argument)],
            1
          )

        """
    )
    #expect(
      SourceText.finished("let a = [\(argument), \(argument), 1]\n") == """
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
    #expect(SourceText.finished(line) == line)
  }
}
