import Foundation

/// How long it takes to say what changed between two versions of a large description, and how much memory.
struct DiffArea {
  let workspace: Workspace
  let herald: String
  /// Further pairs: the old description and the new one, one after the other.
  let pairs: [String]

  func results() throws -> [Result] {
    try subjects().flatMap { subject in
      let arguments = [herald, "diff", subject.old, subject.new, "--format", "json"]
      let run = try fastest(of: 5, arguments)
      let figures: [(String, Double, Result.Unit)] = [
        ("wall time", run.wallSeconds, .seconds),
        ("user time", run.userSeconds, .seconds),
        ("peak memory", Double(run.peakBytes) / 1e6, .megabytes),
        ("instructions", Double(try InstructionCount.of(arguments, in: workspace.scratch)), .instructions),
        ("changes found", try Self.changes(in: run.output), .number),
      ]
      return figures.map { Result(.diff, subject.name, $0.0, $0.1, $0.2) }
    }
  }

  private struct Subject {
    var name: String
    var old: String
    var new: String
  }

  private func subjects() throws -> [Subject] {
    guard pairs.count.isMultiple(of: 2) else {
      throw BenchmarkFailure("--pairs needs an even number of files")
    }
    let old = workspace.scratch + "/old.json"
    try RepeatedDescription(workspace.root + "/openapi.json").write(bytes: 4 << 20, to: old)
    let edited = workspace.scratch + "/new.json"
    try EditedDescription(old).write(to: edited)
    let further = stride(from: 0, to: pairs.count, by: 2).map { index in
      let path = URL(fileURLWithPath: pairs[index])
      return Subject(
        name: path.lastPathComponent,
        old: path.path,
        new: URL(fileURLWithPath: pairs[index + 1]).path
      )
    }
    return [
      Subject(name: "4 MB, 40 edits", old: old, new: edited),
      Subject(name: "4 MB, the same", old: old, new: old),
    ] + further
  }

  private func fastest(of count: Int, _ arguments: [String]) throws -> Execution {
    var fastest = try Execution.succeeding(arguments, in: workspace.scratch)
    for _ in 1..<count {
      let run = try Execution.succeeding(arguments, in: workspace.scratch)
      if run.wallSeconds < fastest.wallSeconds { fastest = run }
    }
    return fastest
  }

  private static func changes(in report: String) throws -> Double {
    let object = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
    guard let findings = object?["findings"] as? [Any] else {
      throw BenchmarkFailure("the report has no list of findings")
    }
    return Double(findings.count)
  }
}
