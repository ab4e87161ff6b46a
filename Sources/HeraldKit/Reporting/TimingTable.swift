/// How long each stage of a run took, as a table.
public struct TimingTable {
  private let statistics: GenerationStatistics

  public init(_ statistics: GenerationStatistics) {
    self.statistics = statistics
  }

  /// A line for each stage that was reached, with its milliseconds and its share, and one for all of them.
  public var lines: [String] {
    let total = statistics.duration / .milliseconds(1)
    let rows = statistics.stages.map { ($0.name, $0.duration / .milliseconds(1)) } + [("all", total)]
    let width = rows.map(\.0.count).max() ?? 0
    let numbers = rows.map { Self.oneDecimal($0.1) }
    let numberWidth = numbers.map(\.count).max() ?? 0
    return zip(rows, numbers).map { row, number in
      let share = total > 0 ? Self.oneDecimal(row.1 / total * 100) : "0.0"
      return Self.padded(row.0, after: width) + "  " + Self.padded(number, before: numberWidth) + " ms  "
        + Self.padded(share, before: 5) + " %"
    }
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func padded(_ text: String, after width: Int) -> String {
    text + String(repeating: " ", count: width - text.count)
  }

  private static func padded(_ text: String, before width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }
}
