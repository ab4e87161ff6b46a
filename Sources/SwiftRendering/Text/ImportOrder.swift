/// Sorts the imports of a file: which modules there are, and their names, is known only once it is rendered.
enum ImportOrder {
  static func sorted(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: isImport) else { return text }
    var end = first
    while end < lines.count, isImport(lines[end]) { end += 1 }
    let imports = lines[first..<end].sorted { module(of: $0) < module(of: $1) }
    let testable = imports.filter { $0.hasPrefix("@testable") }
    let plain = imports.filter { !$0.hasPrefix("@testable") }
    let separator: [Substring] = testable.isEmpty || plain.isEmpty ? [] : [""]
    lines.replaceSubrange(first..<end, with: plain + separator + testable)
    return lines.joined(separator: "\n")
  }

  private static func isImport(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    return words.dropLast().last == "import" && words.count <= 3
  }

  private static func module(of line: Substring) -> Substring {
    line.split(separator: " ").last ?? ""
  }
}
