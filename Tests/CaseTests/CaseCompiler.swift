import Foundation
import Testing

@testable import HeraldKit

/// Compiles what cases generate, each module in two calls of the compiler.
///
/// The first compiles the module's files beside the runtime that the package carries, of which it reads only the
/// declarations. It goes as far as SIL, whose diagnostics find what type checking does not, such as a variable that is
/// not initialized. The second writes the module for those that import it, with the runtime compiled once, as a target
/// of this repository.
actor CaseCompiler {
  static let shared = CaseCompiler()

  /// More at a time would only wait for each other.
  private static let width = 2
  private static let arguments = [
    "-swift-version", "6", "-parse-as-library", "-package-name", "sample", "-suppress-notes",
    "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-enable-upcoming-feature", "MemberImportVisibility",
  ]

  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var surroundings: String?

  /// Compiles what a case generates.
  ///
  /// - Returns: What the compiler had to say; empty when all is well.
  nonisolated func compile(_ testCase: Case) async throws -> String {
    // Cases that wait must not stand in the way of tests that measure time: few threads serve all tests.
    await enter()
    do {
      let problems = try await compileIfNew(testCase)
      await leave()
      return problems
    } catch {
      await leave()
      throw error
    }
  }

  private nonisolated func compileIfNew(_ testCase: Case) async throws -> String {
    let settings = try testCase.settings()
    guard settings.exitCode == 0 else { return "" }
    let workspace = try CaseWorkspace(testCase)
    guard try CaseRun(settings.arguments, in: workspace.path).exitCode == 0 else { return "" }
    let generated = try FileTree(workspace.output)
    let cache = CompilationCache(generated, surroundings: try await surroundingsText())
    if cache.isKnownToCompile { return "" }
    let problems = try await compileModules(of: generated, in: workspace)
    if problems.isEmpty { try cache.remember() }
    return problems
  }

  private nonisolated func compileModules(
    of package: FileTree,
    in workspace: CaseWorkspace
  ) async throws -> String {
    let products = workspace.path + "/Modules/"
    try FileManager.default.createDirectory(atPath: products, withIntermediateDirectories: true)
    for module in CaseModule.modules(of: package) {
      let steps =
        module.runtime == nil
        ? [compiling(module, in: workspace, products)]
        : try [diagnosing(module, in: workspace, products), emitting(module, in: workspace, products)]
      for arguments in steps {
        let run = try await ChildProcess("swiftc", arguments)
        let messages = run.errors + run.output
        if run.exitCode != 0 || !messages.isEmpty {
          return messages.replacing(workspace.output + "/", with: "")
        }
      }
    }
    return ""
  }

  /// The arguments that compile a module that carries no runtime and is not imported.
  private nonisolated func compiling(
    _ module: CaseModule,
    in workspace: CaseWorkspace,
    _ products: String
  ) -> [String] {
    ["-emit-sil", "-wmo", "-warnings-as-errors", "-o", "/dev/null"] + common(module, products)
      + module.files.map { workspace.output + "/" + $0 }
  }

  /// The arguments that compile a module's files among those of its runtime.
  private nonisolated func diagnosing(
    _ module: CaseModule,
    in workspace: CaseWorkspace,
    _ products: String
  ) -> [String] {
    ["-frontend", "-emit-sil", "-warnings-as-errors"] + common(module, products)
      + module.files.flatMap { ["-primary-file", workspace.output + "/" + $0, "-o", "/dev/null"] }
      + module.runtimeFiles.map { workspace.output + "/" + $0 }
  }

  /// The arguments that write a module, whose bodies have been compiled before.
  private nonisolated func emitting(
    _ module: CaseModule,
    in workspace: CaseWorkspace,
    _ products: String
  ) throws -> [String] {
    var files = module.files.map { workspace.output + "/" + $0 }
    if let source = module.runtimeSource {
      files.append(products + module.name + "Runtime.swift")
      try Data(source.utf8).write(to: URL(filePath: products + module.name + "Runtime.swift"))
    }
    // Only here: a compiler that makes a module for tests does not warn of public imports that nothing public needs.
    return [
      "-emit-module", "-wmo", "-enable-testing", "-Xfrontend", "-experimental-skip-all-function-bodies",
    ]
      + module.runtimeArguments + common(module, products)
      + ["-emit-module-path", products + module.name + ".swiftmodule"] + files
  }

  private nonisolated func common(_ module: CaseModule, _ products: String) -> [String] {
    Self.arguments + ["-module-name", module.name, "-I", ProductsFolder.modules, "-I", products]
  }

  /// The compiler's version, its arguments and the runtime that sources are compiled against.
  func surroundingsText() async throws -> String {
    if let surroundings { return surroundings }
    let version = try await ChildProcess("swiftc", ["--version"]).output
    let runtime = try ["ClientRuntime", "ServerRuntime"].map { name in
      let module = try Data(contentsOf: URL(filePath: ProductsFolder.modules + "/\(name).swiftmodule"))
      return ContentHash(of: [UInt8](module)).text
    }
    let text = ([version] + Self.arguments + runtime).joined(separator: "\n")
    surroundings = text
    return text
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
