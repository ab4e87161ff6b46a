/// The shortest way from one list of lines to another.
struct LineDifference {
  /// The edits in order; together they cover both lists.
  private(set) var edits: [LineEdit] = []
  /// Whether the texts differ in too many lines to be matched: all between the first and the last
  /// difference is then one change.
  private(set) var isCoarse = false

  /// - Parameter limit: How many lines may be removed and inserted. Time and memory grow with its square.
  init(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>], limit: Int = 2_000) {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let shorter = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix(shorter).prefix { $0 == $1 }.count
    let oldMiddle = prefix..<(old.count - suffix)
    let newMiddle = prefix..<(new.count - suffix)

    append(LineEdit(isChange: false, old: 0..<prefix, new: 0..<prefix))
    var search = ShortestEdit(Self.numbered(old[oldMiddle], new[newMiddle]))
    if let matches = search.matches(limit: limit) {
      append(matches, oldMiddle, newMiddle)
    } else {
      isCoarse = true
      append(LineEdit(isChange: true, old: oldMiddle, new: newMiddle))
    }
    let (oldEnd, newEnd) = (oldMiddle.upperBound..<old.count, newMiddle.upperBound..<new.count)
    append(LineEdit(isChange: false, old: oldEnd, new: newEnd))
  }

  /// Turns the matching runs of the middle into edits.
  private mutating func append(_ matches: [ShortestEdit.Match], _ old: Range<Int>, _ new: Range<Int>) {
    var oldLine = old.lowerBound
    var newLine = new.lowerBound
    for match in matches {
      let oldStart = old.lowerBound + match.old
      let newStart = new.lowerBound + match.new
      append(LineEdit(isChange: true, old: oldLine..<oldStart, new: newLine..<newStart))
      oldLine = oldStart + match.count
      newLine = newStart + match.count
      append(LineEdit(isChange: false, old: oldStart..<oldLine, new: newStart..<newLine))
    }
    append(LineEdit(isChange: true, old: oldLine..<old.upperBound, new: newLine..<new.upperBound))
  }

  private mutating func append(_ edit: LineEdit) {
    if edit.old.isEmpty, edit.new.isEmpty { return }
    edits.append(edit)
  }

  /// Numbers instead of lines, equal for equal lines: they are compared many times.
  private static func numbered(
    _ old: ArraySlice<ArraySlice<UInt8>>,
    _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> (old: [Int], new: [Int]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    return (old.map(number), new.map(number))
  }
}
