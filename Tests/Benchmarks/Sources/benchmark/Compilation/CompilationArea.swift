import Foundation

/// What compiling a generated package takes: time, memory, and the size of what comes out.
struct CompilationArea {
  let workspace: Workspace
  let herald: String
  /// Descriptions by the name under which their figures are shown.
  let descriptions: [(name: String, path: String)]

  func results() throws -> [Result] {
    try descriptions.enumerated().flatMap { position, description in
      let folder = workspace.scratch + "/compilation\(position)"
      let arguments = [herald, "generate", description.path, "--output", folder, "--module", "Sample"]
      _ = try Execution.succeeding(arguments, in: workspace.scratch)
      return try results(of: folder, name: description.name) + release(of: folder, name: description.name)
    }
  }

  private func results(of package: String, name: String) throws -> [Result] {
    // What is built before the clock starts: swift-http-types, which is not generated.
    _ = try Execution.succeeding(build(package, "--target", "HTTPTypes"), in: package)
    let client = try Execution.succeeding(build(package, "--target", "Sample"), in: package)
    let server = try Execution.succeeding(build(package, "--target", "SampleServer"), in: package)
    let objects = package + "/.build/debug"
    let clientBytes = try workspace.bytes(under: objects + "/Sample.build", suffixes: [".o"])
    let serverBytes = try workspace.bytes(under: objects + "/SampleServer.build", suffixes: [".o"])
    let lines = try lines(under: package + "/Sources")
    let rebuild = try rebuildAfterEdit(package)
    return [
      Result(.compilation, name, "lines", Double(lines), .lines),
      Result(.compilation, name, "client, CPU", client.cpuSeconds, .seconds),
      Result(.compilation, name, "client, largest process", Double(client.peakBytes) / 1e6, .megabytes),
      Result(.compilation, name, "client, objects", Double(clientBytes) / 1e6, .megabytes),
      Result(.compilation, name, "server, CPU", server.cpuSeconds, .seconds),
      Result(.compilation, name, "server, objects", Double(serverBytes) / 1e6, .megabytes),
      Result(.compilation, name, "server, largest process", Double(server.peakBytes) / 1e6, .megabytes),
      Result(.compilation, name, "client after one edit, wall", rebuild.wallSeconds, .seconds),
    ]
  }

  /// A small program that calls operations of the package, built for release.
  private func release(of package: String, name: String) throws -> [Result] {
    let program = CallingProgram(package: package, folder: package + "-program")
    let calls = try program.write()
    // What is built before the clock starts: swift-http-types.
    _ = try Execution.succeeding(
      build(program.folder, "--configuration", "release", "--target", "HTTPTypes"),
      in: program.folder
    )
    let execution = try Execution.succeeding(
      build(program.folder, "--configuration", "release", "--product", "program"),
      in: program.folder
    )
    let binary = program.folder + "/.build/release/program"
    let bytes = try FileManager.default.attributesOfItem(atPath: binary)[.size] as? Int ?? 0
    return [
      Result(.compilation, name, "release, \(calls.count) calls, CPU", execution.cpuSeconds, .seconds),
      Result(.compilation, name, "release, largest process", Double(execution.peakBytes) / 1e6, .megabytes),
      Result(.compilation, name, "release, binary", Double(bytes) / 1e6, .megabytes),
    ]
  }

  private func build(_ package: String, _ arguments: String...) -> [String] {
    ["swift", "build", "--package-path", package] + arguments
  }

  /// Adds a property to a model, as a changed schema would.
  private func rebuildAfterEdit(_ package: String) throws -> Execution {
    let folder = package + "/Sources/Sample/Models"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    for file in files {
      let path = folder + "/" + file
      let text = try String(contentsOfFile: path, encoding: .utf8)
      guard let range = text.range(of: ": APIModel {\n") else { continue }
      let edited = text.replacingCharacters(in: range, with: ": APIModel {\n  public let edited = 1\n")
      try edited.write(toFile: path, atomically: true, encoding: .utf8)
      return try Execution.succeeding(build(package, "--target", "Sample"), in: package)
    }
    throw BenchmarkFailure("\(folder) holds no model")
  }

  private func lines(under folder: String) throws -> Int {
    var sum = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".swift") {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
      sum += data.count { $0 == UInt8(ascii: "\n") }
    }
    return sum
  }
}
