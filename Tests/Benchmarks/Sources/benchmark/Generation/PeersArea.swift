import Foundation

/// Other generators, side by side with Herald in the same run.
struct PeersArea {
  let workspace: Workspace
  let herald: String
  /// Holds a folder for each peer, with an executable `generate` that takes a description and an output folder.
  let folder: String?
  let descriptions: [(name: String, path: String)]

  func results() throws -> [Result] {
    guard let folder else { throw BenchmarkFailure("--peers names no folder") }
    let peers = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)/generate") }
    guard !peers.isEmpty else {
      throw BenchmarkFailure("\(folder) holds no peer: a folder with an executable 'generate'")
    }
    return try descriptions.enumerated().flatMap { position, description in
      let output = try workspace.folder("peers\(position)")
      let arguments = [herald, "generate", description.path, "--module", "Sample", "--output"]
      let own = try Execution.succeeding(arguments + [output + "/Herald"], in: workspace.scratch)
      var results = figures(own, "Herald", description.name)
      for peer in peers {
        let command = ["\(folder)/\(peer)/generate", description.path, output + "/" + peer]
        let run = try Execution.run(command, in: workspace.scratch)
        guard run.exitCode == 0 else {
          print("\(peer) fails on \(description.name) with \(run.exitCode)")
          continue
        }
        results += figures(run, peer, description.name)
        let ratio = run.cpuSeconds / own.cpuSeconds
        results.append(Result(.peers, peer, "\(description.name): CPU against Herald", ratio, .ratio))
      }
      return results
    }
  }

  private func figures(_ run: Execution, _ generator: String, _ description: String) -> [Result] {
    [
      Result(.peers, generator, "\(description): CPU", run.cpuSeconds, .seconds),
      Result(.peers, generator, "\(description): peak memory", Double(run.peakBytes) / 1e6, .megabytes),
    ]
  }
}
