/// Changes that stand close together, with unchanged lines around them.
struct DiffHunk: Hashable {
  private(set) var edits: [LineEdit]

  var old: Range<Int> { (edits.first?.old.lowerBound ?? 0)..<(edits.last?.old.upperBound ?? 0) }
  var new: Range<Int> { (edits.first?.new.lowerBound ?? 0)..<(edits.last?.new.upperBound ?? 0) }

  /// Groups edits; changes with at most twice the context between them share a hunk.
  static func hunks(of edits: [LineEdit], contextLines: Int) -> [DiffHunk] {
    var hunks: [DiffHunk] = []
    var current: [LineEdit] = []
    for (index, edit) in edits.enumerated() {
      let isLast = index == edits.count - 1
      if edit.isChange {
        current.append(edit)
      } else if current.isEmpty {
        if !isLast { current = [edit.suffix(contextLines)] }
      } else if isLast || edit.old.count > 2 * contextLines {
        hunks.append(DiffHunk(edits: current + [edit.prefix(contextLines)]))
        current = isLast ? [] : [edit.suffix(contextLines)]
      } else {
        current.append(edit)
      }
    }
    if current.contains(where: \.isChange) { hunks.append(DiffHunk(edits: current)) }
    return hunks
  }
}

extension LineEdit {
  fileprivate func prefix(_ count: Int) -> LineEdit {
    let count = min(count, old.count)
    return LineEdit(
      isChange: isChange,
      old: old.lowerBound..<(old.lowerBound + count),
      new: new.lowerBound..<(new.lowerBound + count)
    )
  }

  fileprivate func suffix(_ count: Int) -> LineEdit {
    let count = min(count, old.count)
    return LineEdit(
      isChange: isChange,
      old: (old.upperBound - count)..<old.upperBound,
      new: (new.upperBound - count)..<new.upperBound
    )
  }
}
