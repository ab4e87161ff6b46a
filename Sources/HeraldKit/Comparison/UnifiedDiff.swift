/// The difference of two texts in the form of `diff -u`, which `patch` and `git apply` understand.
struct UnifiedDiff {
  /// Unchanged lines shown before and after each change.
  private static let contextLines = 3

  private let old: DiffText
  private let new: DiffText
  private let difference: LineDifference

  init(from old: [UInt8], to new: [UInt8]) {
    self.old = DiffText(old)
    self.new = DiffText(new)
    difference = LineDifference(from: self.old.lines, to: self.new.lines)
  }

  /// The whole diff with its two header lines; empty when the texts are equal.
  ///
  /// - Parameters:
  ///   - oldName: The name after `---`, such as `a/Package.swift`, or `/dev/null`.
  ///   - newName: The name after `+++`.
  func lines(from oldName: String, to newName: String) -> [String] {
    let hunks = DiffHunk.hunks(of: difference.edits, contextLines: Self.contextLines)
    guard !hunks.isEmpty else { return [] }
    var lines: [String] = []
    if difference.isCoarse { lines.append("The files differ in too many lines to match them one by one.") }
    lines += ["--- \(oldName)", "+++ \(newName)"]
    for hunk in hunks {
      lines.append("@@ -\(Self.range(hunk.old)) +\(Self.range(hunk.new)) @@")
      for edit in hunk.edits {
        if edit.isChange {
          lines += old.lines(edit.old, marked: "-") + new.lines(edit.new, marked: "+")
        } else {
          lines += old.lines(edit.old, marked: " ")
        }
      }
    }
    return lines
  }

  /// A range as a hunk's header has it: lines count from 1, a length of 1 is left out, and an empty range is
  /// named by the line before it.
  private static func range(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }
}
