/// A chart of an area's results: horizontal bars, in groups of the same metric.
struct Plot {
  let title: String
  let results: [Result]

  private static let rowHeight = 22
  private static let labelWidth = 300
  private static let barWidth = 380
  private static let width = 820

  /// The chart as SVG, readable on a light and on a dark page.
  var svg: String {
    var rows: [String] = []
    var y = 40
    var seen = Set<String>()
    for metric in results.map(\.metric) where seen.insert(metric).inserted {
      let group = results.filter { $0.metric == metric }
      let largest = group.map(\.value).max() ?? 1
      rows.append("<text x=\"12\" y=\"\(y + 14)\" class=\"metric\">\(escaped(metric))</text>")
      y += Self.rowHeight
      for result in group {
        let length = largest > 0 ? Int(Double(Self.barWidth) * result.value / largest) : 0
        rows.append(
          """
          <text x="\(Self.labelWidth)" y="\(y + 14)" text-anchor="end">\(escaped(result.subject))</text>
          <rect x="\(Self.labelWidth + 10)" y="\(y + 3)" width="\(max(length, 1))" height="14" rx="2"/>
          <text x="\(Self.labelWidth + length + 16)" y="\(y + 14)">\(escaped(result.text))</text>
          """
        )
        y += Self.rowHeight
      }
      y += 8
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(y + 8)" role="img">
      <title>\(escaped(title))</title>
      <style>
      text { font: 13px -apple-system, "Segoe UI", sans-serif; fill: #57606a; }
      .title { font-size: 16px; font-weight: 600; }
      .metric { font-weight: 600; }
      rect { fill: #f05138; }
      @media (prefers-color-scheme: dark) { text { fill: #c9d1d9; } }
      </style>
      <text x="12" y="24" class="title">\(escaped(title))</text>
      \(rows.joined(separator: "\n"))
      </svg>

      """
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}
