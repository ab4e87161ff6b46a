import Foundation

/// How long the tool takes, how much memory it needs, and where its time goes.
struct GenerationArea {
  let workspace: Workspace
  let herald: String

  var hero: (name: String, path: String) { ("Hero", workspace.root + "/openapi.json") }

  /// The descriptions that the area is measured on, and the baseline of instructions is kept for.
  func subjects() throws -> [(name: String, path: String)] {
    let large = workspace.scratch + "/large.json"
    try RepeatedDescription(hero.path).write(bytes: 2 << 20, to: large)
    return [hero, ("Hero, repeated to 2 MB", large)]
  }

  func results() throws -> [Result] {
    var results: [Result] = []
    for (position, subject) in try subjects().enumerated() {
      let arguments = arguments(subject.path, output: "generation\(position)")
      _ = try Execution.succeeding(arguments, in: workspace.scratch)
      let run = try fastest(of: 5, arguments)
      let clean = try fastest(of: 3, arguments, cleaning: "generation\(position)")
      results += [
        Result(
          .generation,
          subject.name,
          "wall time into an empty folder",
          clean.wallSeconds * 1000,
          .milliseconds
        ),
        Result(.generation, subject.name, "user time", run.userSeconds * 1000, .milliseconds),
        Result(.generation, subject.name, "wall time", run.wallSeconds * 1000, .milliseconds),
        Result(.generation, subject.name, "peak memory", Double(run.peakBytes) / 1e6, .megabytes),
      ]
      results += Self.stages(of: run).map { stage in
        Result(.generation, subject.name, "stage \(stage.name)", stage.milliseconds, .milliseconds)
      }
      let check = try fastest(of: 5, arguments + ["--check"])
      results.append(
        Result(.generation, subject.name, "wall time of --check", check.wallSeconds * 1000, .milliseconds)
      )
    }
    return results
  }

  /// Descriptions of 1, 4, 16 and 64 MB: time and memory for each MB should stay the same.
  func scaling() throws -> [Result] {
    let original = try RepeatedDescription(workspace.root + "/openapi.json")
    var results: [Result] = []
    for megabytes in [1, 4, 16, 64] {
      let path = workspace.scratch + "/\(megabytes)MB.json"
      try original.write(bytes: megabytes << 20, to: path)
      let run = try Execution.succeeding(
        arguments(path, output: "scaling\(megabytes)"),
        in: workspace.scratch
      )
      results += [
        Result(.scaling, "\(megabytes) MB", "user time", run.userSeconds, .seconds),
        Result(.scaling, "\(megabytes) MB", "wall time", run.wallSeconds, .seconds),
        Result(.scaling, "\(megabytes) MB", "peak memory", Double(run.peakBytes) / 1e6, .megabytes),
      ]
    }
    return results
  }

  /// The instructions that generating into an empty folder takes, by subject.
  func instructionCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for (position, subject) in try subjects().enumerated() {
      let arguments = arguments(subject.path, output: "instructions\(position)")
      counts[subject.name] = try InstructionCount.of(arguments, in: workspace.scratch)
    }
    return counts
  }

  private func arguments(_ description: String, output: String) -> [String] {
    let folder = workspace.scratch + "/" + output
    return [herald, "generate", description, "--output", folder, "--module", "Sample", "--timings"]
  }

  /// - Parameter output: The output folder, to be removed before each run.
  private func fastest(
    of count: Int,
    _ arguments: [String],
    cleaning output: String? = nil
  ) throws -> Execution {
    var fastest: Execution?
    for _ in 0..<count {
      if let output { try FileManager.default.removeItem(atPath: workspace.scratch + "/" + output) }
      let run = try Execution.succeeding(arguments, in: workspace.scratch)
      if fastest.map({ run.wallSeconds < $0.wallSeconds }) ?? true { fastest = run }
    }
    guard let fastest else { throw BenchmarkFailure("nothing was run") }
    return fastest
  }

  /// The lines `render  12.3 ms  45.0 %` that `--timings` prints.
  private static func stages(of run: Execution) -> [(name: String, milliseconds: Double)] {
    run.errors.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 5, words[2] == "ms", words[0] != "all", let value = Double(words[1]) else {
        return nil
      }
      return (String(words[0]), value)
    }
  }
}
