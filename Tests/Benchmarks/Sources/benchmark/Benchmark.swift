import ArgumentParser
import Foundation

/// Measures Herald and what it generates.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measures generating, comparing, compiling and running.",
    discussion: """
      Prints a table; --json and --markdown keep it. Instructions are counted by valgrind and compared with the \
      stored baseline: more than a tenth above it ends with exit code 1.
      """
  )

  @Option(parsing: .upToNextOption, help: "What to measure. (default: everything but peers)")
  var areas: [Area] = []

  @Flag(help: "Only count instructions and compare them with the baseline.")
  var check = false

  @Flag(help: "Make this run's counts of instructions the baseline.")
  var record = false

  @Option(help: "Further descriptions to compile packages of.", completion: .file())
  var description: [String] = []

  @Option(
    help: "A folder of descriptions by project, of which those of Nexus (omicron) and Box are compiled, too.",
    completion: .directory
  )
  var corpus: String?

  @Option(
    parsing: .upToNextOption,
    help: "Further pairs of descriptions to compare: OLD NEW …",
    completion: .file()
  )
  var pairs: [String] = []

  @Option(help: "The tool to measure. (default: it is built for release)", completion: .file())
  var tool: String?

  @Option(help: "A folder of peers, each a folder with a script 'generate DESCRIPTION OUTPUT'.")
  var peers: String?

  @Option(help: "Write the results as JSON.", completion: .file(extensions: ["json"]))
  var json: String?

  @Flag(help: "Rewrite BENCHMARKS.md and its plots; what is not measured stays.")
  var markdown = false

  func run() throws {
    let workspace = try Workspace()
    let herald = try tool.map { URL(fileURLWithPath: $0).path } ?? workspace.herald()
    let generation = GenerationArea(workspace: workspace, herald: herald)
    if !check {
      let report = try Report(results: try results(workspace, herald, generation), workspace: workspace)
      print(report.text)
      try write(report, workspace)
    }
    // Who asks for other areas alone does not wait for it.
    if check || record || areas.isEmpty || areas.contains(.generation) {
      try compareInstructions(generation, workspace)
    }
  }

  private func results(
    _ workspace: Workspace,
    _ herald: String,
    _ generation: GenerationArea
  ) throws -> [Result] {
    let areas = areas.isEmpty ? Area.allCases.filter { $0 != .peers || peers != nil } : areas
    let subjects = [generation.hero] + description.map { (URL(fileURLWithPath: $0).lastPathComponent, $0) }
    return try areas.flatMap { area in
      switch area {
      case .generation: try generation.results()
      case .diff: try DiffArea(workspace: workspace, herald: herald, pairs: pairs).results()
      case .scaling: try generation.scaling()
      case .compilation:
        try CompilationArea(
          workspace: workspace,
          herald: herald,
          descriptions: try [workspace.petstore] + subjects + (corpus.map(Workspace.large(of:)) ?? [])
        ).results()
      case .runtime: try RuntimeArea(workspace: workspace).results()
      case .peers:
        try PeersArea(workspace: workspace, herald: herald, folder: peers, descriptions: subjects).results()
      }
    }
  }

  private func write(_ report: Report, _ workspace: Workspace) throws {
    if let json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(report).write(to: URL(fileURLWithPath: json))
    }
    guard markdown else { return }
    let page = workspace.root + "/BENCHMARKS.md"
    let known =
      try FileManager.default.fileExists(atPath: page) ? String(contentsOfFile: page, encoding: .utf8) : ""
    try report.markdown(keeping: known).write(toFile: page, atomically: true, encoding: .utf8)
    let plots = workspace.root + "/Tests/Benchmarks/Plots"
    try FileManager.default.createDirectory(atPath: plots, withIntermediateDirectories: true)
    for (area, results) in report.areas {
      let svg = Plot(title: area.capitalized, results: results).svg
      try svg.write(toFile: "\(plots)/\(area).svg", atomically: true, encoding: .utf8)
    }
  }

  private func compareInstructions(_ generation: GenerationArea, _ workspace: Workspace) throws {
    let counts = try generation.instructionCounts()
    let baseline = Baseline(path: workspace.root + "/Tests/Benchmarks/baseline.json")
    if record { try baseline.record(counts) }
    let comparison = try baseline.comparison(with: counts)
    print(comparison.lines.joined(separator: "\n"))
    if comparison.isRegression { throw ExitCode.failure }
  }
}

extension Area: ExpressibleByArgument {}
