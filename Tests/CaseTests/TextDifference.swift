/// The first line in which a text is not what it should be.
struct TextDifference: CustomStringConvertible {
  let line: Int
  let actual: String
  let expected: String

  /// Nil when the texts are the same.
  init?(_ actual: String, _ expected: String) {
    let actualLines = actual.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let expectedLines = expected.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let common = zip(actualLines, expectedLines).prefix { $0.elementsEqual($1) }.count
    if common == actualLines.count, common == expectedLines.count { return nil }
    line = common + 1
    self.actual = common < actualLines.count ? String(actualLines[common]) ?? "" : "the end"
    self.expected = common < expectedLines.count ? String(expectedLines[common]) ?? "" : "the end"
  }

  var description: String {
    "\(line):\n  expected: \(expected)\n  got:      \(actual)"
  }
}
