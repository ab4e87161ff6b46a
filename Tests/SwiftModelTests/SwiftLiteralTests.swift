import Testing

@testable import SwiftModel

@Suite struct SwiftLiteralTests {
  @Test(arguments: [
    ("plain", "\"plain\""), ("a\"b", "\"a\\\"b\""), ("\\(x)", "\"\\\\(x)\""), ("a\nb\r\t", "\"a\\nb\\r\\t\""),
    ("\u{0}\u{7F}\u{85}", "\"\\u{0}\\u{7f}\\u{85}\""), ("\u{202E}x\u{2028}", "\"\\u{202e}x\\u{2028}\""),
    ("ü😀", "\"ü😀\""),
  ])
  func nothingEndsOrEscapesALiteral(_ text: String, _ literal: String) {
    #expect(SwiftLiteral.string(text) == literal)
  }

  @Test func rawLiteralsTakeAsManySignsAsTheyNeed() {
    #expect(SwiftLiteral.rawDelimiter(for: "{}") == "#")
    #expect(SwiftLiteral.rawDelimiter(for: "\"\"\"# ## \\##(x)") == "###")
  }

  @Test func commentsStayOnTheirLine() {
    let lines = DocumentationBuilder().lines("a\r\nfatalError()\u{2028}b\u{0}\u{202E}c\n\n\n```\nopen")
    #expect(lines == ["a", "fatalError()", "bc", "", "```", "open", "```"])
    #expect(lines.allSatisfy { !$0.contains(where: \.isNewline) })
  }

  @Test func longProseIsWrapped() {
    let text = Array(repeating: "word", count: 60).joined(separator: " ")
    #expect(DocumentationBuilder().lines(text).allSatisfy { $0.count <= 100 })
    #expect(DocumentationBuilder().lines(text).joined(separator: " ") == text)
  }
}
