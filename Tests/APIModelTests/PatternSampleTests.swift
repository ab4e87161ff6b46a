import Testing

@testable import APIModel

@Suite struct PatternSampleTests {
  @Test(arguments: [
    ("^\\d+$", "1"), ("^[A-Z]{2}\\d{3}$", "AA111"), ("^(a|b)c?$", "ac"), ("^[^a]$", "1"),
    ("^$|^[0-9]+$", "0"),
    ("a{2,5}", "aa"), ("(?:x|y)z", "xz"), ("\\.", "."), ("[\\w-]+@x", "a@x"), ("", ""),
  ])
  func makesATextThatMatches(_ pattern: String, _ sample: String) throws {
    #expect(PatternSample.text(for: pattern) == sample)
    let text = try #require(PatternSample.text(for: pattern))
    #expect(text.wholeMatch(of: try Regex(pattern)) != nil)
  }

  @Test(arguments: ["(?=a)b", "(a)\\1", "\\u0041", "[", "(", "a{999999}", "*", "((((", "\\"])
  func givesUpOnWhatItDoesNotRead(_ pattern: String) {
    #expect(PatternSample.text(for: pattern) == nil)
  }

  @Test func endsOnHostilePatterns() {
    #expect(PatternSample.text(for: String(repeating: "(", count: 100_000)) == nil)
    #expect(PatternSample.text(for: "((a{256}){256}){256}") == nil)
  }
}
