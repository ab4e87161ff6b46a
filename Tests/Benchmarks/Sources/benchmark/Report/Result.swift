/// One figure of a benchmark.
struct Result: Codable {
  enum Unit: String, Codable {
    case seconds, milliseconds, microseconds, nanoseconds, megabytes, instructions, ratio, lines, number
  }

  /// What was measured, such as `generation`.
  var area: String
  /// On what, such as `Hero` or `16 MB`.
  var subject: String
  /// Which figure of it, such as `user time`.
  var metric: String
  var value: Double
  var unit: Unit

  init(_ area: Area, _ subject: String, _ metric: String, _ value: Double, _ unit: Unit) {
    self.area = area.rawValue
    self.subject = subject
    self.metric = metric
    self.value = value
    self.unit = unit
  }

  /// The value with a sensible number of digits and its unit.
  var text: String {
    let number =
      switch unit {
      case .instructions, .lines, .number: String(Int(value))
      default: value >= 100 ? String(Int(value.rounded())) : Self.rounded(value, digits: value >= 10 ? 1 : 2)
      }
    return switch unit {
    case .seconds: number + " s"
    case .milliseconds: number + " ms"
    case .microseconds: number + " µs"
    case .nanoseconds: number + " ns"
    case .megabytes: number + " MB"
    case .instructions: Self.rounded(value / 1e6, digits: 1) + " M instructions"
    case .ratio: number + " ×"
    case .lines: number + " lines"
    case .number: number
    }
  }

  private static func rounded(_ value: Double, digits: Int) -> String {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let whole = Int((value * factor).rounded())
    let fraction = String(whole % Int(factor))
    return "\(whole / Int(factor))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

/// What can be measured.
enum Area: String, CaseIterable, Codable {
  case generation, diff, scaling, compilation, runtime, peers
}
