/// Leaves one empty line where templates and sections that came to nothing leave several.
enum BlankLines {
  static func collapsed(_ text: String) -> String {
    var lines: [Substring] = []
    var isInLiteral = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains("\"\"\"") { isInLiteral.toggle() }
      let isBlank = line.allSatisfy { $0 == " " }
      if isBlank, !isInLiteral {
        guard let last = lines.last, !last.isEmpty, !last.hasSuffix("{") else { continue }
        lines.append("")
      } else {
        if !isInLiteral, isClosing(line), lines.last?.isEmpty ?? false { lines.removeLast() }
        lines.append(line)
      }
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func isClosing(_ line: Substring) -> Bool {
    line.drop { $0 == " " } == "}"
  }
}
