import SourceDocuments

/// The lines around a value, cut to a readable size.
struct SourceLines {
  struct Line {
    var number: Int
    var text: String
    var isMarked: Bool
  }

  private static let before = 3
  private static let after = 8
  private static let width = 160

  let lines: [Line]

  init(_ node: SourceNode) {
    let location = node.bestLocation
    let file = location.file
    let marked = location.line
    let last = file.lineAndColumn(at: node.location.offset + max(0, node.location.length - 1)).line
    let end = min(max(marked, last), marked + Self.after)
    let lastLine = file.lineAndColumn(at: file.bytes.count).line
    lines = (max(1, marked - Self.before)...min(lastLine, end + 1)).map { number in
      let text = file.lineText(number)
      let start = number == marked ? max(0, location.column - Self.width / 2) : 0
      let isCut = start > 0 && text.count > Self.width
      let shown = isCut ? "…" + text.dropFirst(start).prefix(Self.width) : String(text.prefix(Self.width))
      let rest = text.count > (isCut ? start : 0) + Self.width ? "…" : ""
      return Line(number: number, text: shown + rest, isMarked: number >= marked && number <= end)
    }
  }
}
