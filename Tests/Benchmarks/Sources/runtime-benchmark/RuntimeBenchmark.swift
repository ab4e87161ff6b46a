import Foundation

/// Measures what generated code does at run time, and prints the figures as JSON.
@main
struct RuntimeBenchmark {
  static func main() async throws {
    var figures = try CodingFigures.all()
    figures += try await CallFigures.all()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
  }
}

/// A figure as `benchmark` reads it.
struct Figure: Codable {
  var area = "runtime"
  var subject: String
  var metric: String
  var value: Double
  var unit: String
}
