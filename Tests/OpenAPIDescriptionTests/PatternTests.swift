import Testing

@testable import OpenAPIDescription

@Suite struct PatternTests {
  @Test(arguments: [
    ("abc", "xabcx", true), ("^abc$", "xabc", false), ("a|b|", "", true), ("^(a|bc)+$", "abcbca", true),
    ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaa", true), ("^a{2}$", "aa", true), ("^a{0}$", "", true),
    ("^\\d+\\.\\w\\s$", "12._ ", true), ("^[^a-c]$", "b", false), ("^[^a-c]$", "d", true),
    ("^[-a]$", "-", true),
    ("^[a-]$", "-", true), ("^[\\d-x]$", "-", true), ("^[\\]\\\\]$", "]", true), ("^[]", "a", false),
    ("^.$", "\n", false),
    ("^.$", "😀", true), ("^\\u0041\\x42$", "AB", true), ("^\\u{1F600}$", "😀", true),
    ("\\bfoo\\b", "a foo b", true),
    ("\\bfoo\\b", "afoo", false), ("\\Bfoo", "afoo", true), ("^(?:a)(?<n>b)$", "ab", true),
    ("^a?b??c+?$", "cc", true),
    ("^{a}$", "{a}", true), ("^a{,2}$", "a{,2}", true), ("^\\/\\-$", "/-", true),
    ("^[A-Za-z0-9+/]*={0,2}$", "aGk=", true),
    ("^(a*)*$", "aaab", false), ("^(a?){3}$", "aa", true), ("^$", "", true), ("^\\D$", "1", false),
    ("^[\\s\\S]*$", "a\nb", true),
  ])
  func matching(_ pattern: String, _ text: String, _ expected: Bool) throws {
    #expect(try #require(TextPattern(pattern)).matches(text) == expected)
  }

  @Test(arguments: [
    "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1", "\\k<n>", "\\p{L}", "(", ")", "[", "[b-a]", "a**", "*",
    "\\", "a{3,2}",
    "(?i)a", "a{99999}", "((a{1000}){1000}){1000}", "\\u12", "\\u{110000}",
  ])
  func unsupportedPatterns(_ pattern: String) {
    #expect(TextPattern(pattern) == nil)
  }

  @Test func deepPatternsAreGivenUp() {
    let depth = 100_000
    #expect(TextPattern(String(repeating: "(", count: depth) + String(repeating: ")", count: depth)) == nil)
    #expect(TextPattern(String(repeating: "(", count: 500) + String(repeating: ")", count: 500)) == nil)
  }

  @Test func noPatternTakesLong() throws {
    let text = String(repeating: "a", count: 2_000) + "!"
    for pattern in ["^(a+)+$", "^(a|aa)+$", "^(a*)*b$", "a*a*a*a*a*a*b", "^(a?){50}a{50}$"] {
      #expect(try #require(TextPattern(pattern)).matches(text) == false)
    }
  }
}
