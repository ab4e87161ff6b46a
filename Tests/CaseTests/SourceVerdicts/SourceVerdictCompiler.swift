import Foundation
import HeraldKit
import SwiftRendering

/// Checks the types of generated modules together with code that uses them.
///
/// Client code is checked in the generated module itself, in one call of the compiler; what is not public is not used.
actor SourceVerdictCompiler {
  static let shared = SourceVerdictCompiler()

  /// More at a time would only wait for each other.
  private static let width = 2
  private static let arguments = [
    "-swift-version", "6", "-parse-as-library", "-package-name", "sample", "-suppress-warnings",
    "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-enable-upcoming-feature", "MemberImportVisibility",
  ]

  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Generates a package and checks it with further files.
  ///
  /// - Parameters:
  ///   - clients: Files that are part of the client's module, by name.
  ///   - servers: Files that import it, and are part of the server's module.
  /// - Returns: The names of the files with errors, with the first error of each.
  nonisolated func errors(
    of description: String,
    clients: [String: String],
    servers: [String: String]
  ) async throws -> [String: String] {
    await enter()
    do {
      let errors = try await check(description, clients, servers)
      await leave()
      return errors
    } catch {
      await leave()
      throw error
    }
  }

  private nonisolated func check(
    _ description: String,
    _ clients: [String: String],
    _ servers: [String: String]
  ) async throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "herald-verdict-\(UUID().uuidString)").path(percentEncoded: false)
    defer {
      do {
        try FileManager.default.removeItem(atPath: folder)
      } catch {
        print("cannot remove \(folder): \(error)")
      }
    }
    try write(description, to: folder + "/openapi.yaml")
    var generator = PackageGenerator()
    let generated = try generator.generate(folder + "/openapi.yaml", Configuration())
    let sources = generated.filter { $0.path.hasPrefix("Sources/") && !$0.path.contains("/Runtime/") }
    let written = clients.merging(servers) { first, _ in first }
    var tree = FileTree(Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0.contents) }))
    let modules = CaseModule.modules(of: tree)
    for (name, text) in written { tree.files[name] = Array(text.utf8) }
    let surroundings = try await CaseCompiler.shared.surroundingsText() + Self.arguments.joined()
    let cache = CompilationCache(tree, surroundings: surroundings + "\(servers.keys.sorted())")
    if let known = try cache.remembered() { return known }
    try tree.write(to: folder)
    let errors = try await errors(in: modules, clients.keys.sorted(), servers.keys.sorted(), in: folder)
    try cache.remember(errors)
    return errors
  }

  private nonisolated func errors(
    in modules: [CaseModule],
    _ clients: [String],
    _ servers: [String],
    in folder: String
  ) async throws -> [String: String] {
    var errors = try await compile(modules[0], with: clients, ["-typecheck"], in: folder)
    guard !servers.isEmpty else { return errors }
    let module = ["-emit-module", "-wmo", "-emit-module-path", folder + "/\(modules[0].name).swiftmodule"]
    errors.merge(try await compile(modules[0], with: [], module, in: folder)) { first, _ in first }
    errors.merge(try await compile(modules[1], with: servers, ["-typecheck"], in: folder)) {
      first,
      _ in first
    }
    return errors
  }

  private nonisolated func compile(
    _ module: CaseModule,
    with files: [String],
    _ mode: [String],
    in folder: String
  ) async throws -> [String: String] {
    let runtime = "runtime-\(module.name).swift"
    try write(module.runtimeSource ?? "", to: folder + "/" + runtime)
    let paths = (module.files + [runtime] + files).map { folder + "/" + $0 }
    let run = try await ChildProcess(
      "swiftc",
      mode + Self.arguments + module.runtimeArguments
        + ["-module-name", module.name, "-I", ProductsFolder.modules, "-I", folder] + paths
    )
    var errors: [String: String] = [:]
    for line in (run.errors + run.output).split(separator: "\n") where line.contains("error: ") {
      let place = String(line).replacing(folder + "/", with: "")
      let file = String(place.prefix { $0 != ":" })
      if file.hasSuffix(".swift"), errors[file] == nil { errors[file] = place }
    }
    if run.exitCode != 0, errors.isEmpty { errors["compiler"] = run.errors }
    return errors
  }

  private nonisolated func write(_ text: String, to path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  private func enter() async {
    if running < Self.width {
      running += 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func leave() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
