/// A changelog as Keep a Changelog 1.1.0 describes it: entries under headings of the second level, the newest first.
struct Changelog {
  private(set) var text: String

  /// - Parameter text: The file; nil when there is none yet.
  init(_ text: String?) {
    self.text =
      text ?? """
        # Changelog

        The format follows [Keep a Changelog](https://keepachangelog.com/en/1.1.0), and versions follow
        [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

        """
  }

  /// Puts an entry before the newest one, and after what is not released.
  mutating func insert(_ entry: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index =
      lines.firstIndex { line in
        line.hasPrefix("## ") && !line.lowercased().contains("unreleased")
      } ?? lines.count
    var added = entry.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while added.last?.isEmpty == true { added.removeLast() }
    if index > 0, lines[index - 1] != "" { added.insert("", at: 0) }
    lines.insert(contentsOf: added + [""], at: index)
    text = lines.joined(separator: "\n")
    while text.hasSuffix("\n\n") { text.removeLast() }
    if !text.hasSuffix("\n") { text += "\n" }
  }
}
