import Testing

@testable import HeraldKit

struct UnifiedDiffTests {
  @Test func equalTextsHaveNoDiff() {
    #expect(diff("a\nb\n", "a\nb\n").isEmpty)
    #expect(diff("", "").isEmpty)
  }

  @Test func aChangedLineStandsInItsContext() {
    let old = (1...9).map { "\($0)\n" }.joined()
    #expect(
      diff(old, old.replacing("5", with: "five")) == """
        --- a/file
        +++ b/file
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        """
    )
  }

  @Test func distantChangesAreTwoHunksAndCloseOnesAreOne() {
    let old = (1...20).map { "line \($0)\n" }.joined()
    let distant = old.replacing("line 3\n", with: "").replacing("line 18\n", with: "")
    #expect(
      diff(old, distant).split(separator: "\n").filter { $0.hasPrefix("@@") } == [
        "@@ -1,6 +1,5 @@", "@@ -15,6 +14,5 @@",
      ]
    )
    let close = old.replacing("line 3\n", with: "").replacing("line 10\n", with: "")
    #expect(diff(old, close).split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,13 +1,11 @@"])
  }

  @Test func newAndDeletedFilesHaveOneSide() {
    #expect(diff("", "a\nb\n") == "--- a/file\n+++ b/file\n@@ -0,0 +1,2 @@\n+a\n+b")
    #expect(diff("a\n", "") == "--- a/file\n+++ b/file\n@@ -1 +0,0 @@\n-a")
  }

  @Test func aMissingLastLineBreakIsShown() {
    #expect(
      diff("a\nb", "a\nb\n") == """
        --- a/file
        +++ b/file
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +b
        """
    )
  }

  @Test func linesAreComparedByTheirBytes() {
    #expect(!diff("caf\u{E9}\n", "cafe\u{301}\n").isEmpty)
    #expect(!diff("a\r\n", "a\n").isEmpty)
  }

  @Test func tooManyDifferencesAreOneChangeAndSaidToBe() {
    let old = (0..<3_000).map { "old \($0)\n" }.joined()
    let new = (0..<3_000).map { "new \($0)\n" }.joined()
    let lines = diff(old, new).split(separator: "\n")
    #expect(lines.first == "The files differ in too many lines to match them one by one.")
    #expect(lines.count == 6_004)
  }

  /// Whatever the texts, the edits must rebuild the new one from the old one and keep only equal lines.
  @Test func editsRebuildTheNewText() {
    var random = SeededGenerator(seed: 1)
    for round in 0..<300 {
      let old = randomLines(&random)
      let new = randomLines(&random)
      let difference = LineDifference(from: old, to: new, limit: round % 5 == 0 ? 4 : 100)
      var rebuilt: [ArraySlice<UInt8>] = []
      var oldLine = 0
      for edit in difference.edits {
        #expect(edit.old.lowerBound == oldLine && edit.new.lowerBound == rebuilt.count)
        if !edit.isChange { #expect(Array(old[edit.old]) == Array(new[edit.new])) }
        rebuilt += edit.isChange ? new[edit.new] : old[edit.old]
        oldLine = edit.old.upperBound
      }
      #expect(rebuilt == new)
      #expect(oldLine == old.count)
    }
  }

  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).lines(from: "a/file", to: "b/file")
      .joined(separator: "\n")
  }

  private func randomLines(_ random: inout SeededGenerator) -> [ArraySlice<UInt8>] {
    (0..<Int.random(in: 0...30, using: &random)).map { _ in [UInt8.random(in: 0...4, using: &random)] }
  }
}
