import Foundation

/// The figures that `runtime-benchmark` measures in its own process.
struct RuntimeArea {
  let workspace: Workspace

  func results() throws -> [Result] {
    let package = workspace.root + "/Tests/Benchmarks"
    let build = ["swift", "build", "--configuration", "release", "--product", "runtime-benchmark"]
    _ = try Execution.succeeding(build, in: package)
    let folder = try Execution.succeeding(build + ["--show-bin-path"], in: package).output
    let program = folder.trimmingCharacters(in: .whitespacesAndNewlines) + "/runtime-benchmark"
    let run = try Execution.succeeding([program], in: workspace.scratch)
    return try JSONDecoder().decode([Result].self, from: Data(run.output.utf8))
  }
}
