import Foundation

/// Counts of instructions that later runs are compared with.
struct Baseline {
  /// How much more than before is accepted.
  static let tolerance = 0.10

  let path: String

  func read() throws -> [String: Int] {
    try JSONDecoder().decode([String: Int].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func record(_ counts: [String: Int]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(counts)
    data.append(UInt8(ascii: "\n"))
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// What each subject's count has become, in words, and whether any grew beyond the tolerance.
  func comparison(with counts: [String: Int]) throws -> (lines: [String], isRegression: Bool) {
    let before = try read()
    var isRegression = false
    let lines = counts.sorted { $0.key < $1.key }.map { subject, count in
      guard let old = before[subject] else {
        isRegression = true
        return "\(subject): \(count) instructions; the baseline has no count: record it"
      }
      let change = Double(count - old) / Double(old)
      let percent = (change * 1000).rounded() / 10
      if change > Self.tolerance { isRegression = true }
      return "\(subject): \(count) instructions, \(percent >= 0 ? "+" : "")\(percent) % against \(old)"
    }
    return (lines, isRegression)
  }
}
