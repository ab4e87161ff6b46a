/// The table of options in the README.
public enum ConfigurationTable {
  private static let begin = "<!-- options:begin -->"
  private static let end = "<!-- options:end -->"

  /// The table in Markdown, a line per option.
  public static var text: String {
    (["| option | meaning | default |", "|---|---|---|"] + rows(of: ConfigurationOption.all, prefix: ""))
      .joined(separator: "\n") + "\n"
  }

  /// A document with the table between its two markers; nil when it has none.
  public static func inserted(into document: String) -> String? {
    guard let start = document.firstRange(of: begin + "\n"),
      let stop = document[start.upperBound...].firstRange(of: end)
    else { return nil }
    return document[..<start.upperBound] + text + document[stop.lowerBound...]
  }

  private static func rows(of options: [ConfigurationOption], prefix: String) -> [String] {
    options.flatMap { option -> [String] in
      let row = "| `\(prefix)\(option.key)` | \(option.meaning) | \(option.defaultText ?? "") |"
      guard case .section(let inner) = option.shape else { return [row] }
      return [row] + rows(of: inner, prefix: prefix + option.key + ".")
    }
  }
}
