import Foundation
import SwiftModel
import Testing

@testable import SwiftRendering

/// Compiles the runtime as packages carry it: without any of the parts that can be left out, and with each of them.
struct RuntimePartTests {
  @Test func theRuntimeCompilesWithoutWhatCanBeLeftOut() async throws {
    let problems = try await problems(of: [])
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func theRuntimeCompilesAsAWhole() async throws {
    let problems = try await problems(of: Set(RuntimePart.allCases))
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: RuntimePart.allCases)
  func aPartCompilesWithWhatItDependsOn(_ part: RuntimePart) async throws {
    let problems = try await problems(of: part.dependencies.union([part]))
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func aPartNeedsWhatItDependsOn() async throws {
    for part in RuntimePart.allCases {
      for dependency in part.dependencies {
        let rest = part.dependencies.union([part]).subtracting([dependency])
        let problems = try await problems(of: rest)
        #expect(!problems.isEmpty, "\(part) does not need \(dependency)")
      }
    }
  }

  @Test func everyFolderOfAPartExists() throws {
    let templates = try TemplateSet.builtIn()
    let folders = ["Runtime/Client/", "Runtime/Server/"].flatMap {
      templates.runtimeFiles(under: $0).map(\.name)
    }
    for part in RuntimePart.allCases { #expect(part.folders.isSubset(of: folders), "\(part)") }
  }

  /// What the compiler has to say of both runtimes with some of the parts.
  private func problems(of parts: Set<RuntimePart>) async throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "herald-runtime-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for side in ["Client", "Server"] {
      let files = try write(side, parts, to: folder.appending(path: side))
      let module = side + "Runtime"
      let run = try await ChildProcess(
        "swiftc",
        [
          "-emit-module", "-wmo", "-module-name", module, "-o", folder.path + "/\(module).swiftmodule",
          "-warnings-as-errors", "-swift-version", "6", "-parse-as-library", "-package-name", "sample",
          "-enable-testing", "-enable-upcoming-feature", "ExistentialAny",
          "-enable-upcoming-feature", "InternalImportsByDefault",
          "-enable-upcoming-feature", "MemberImportVisibility",
          "-I", folder.path, "-I", ProductsFolder.modules,
        ] + files
      )
      if run.exitCode != 0 || !run.errors.isEmpty { return run.errors + run.output }
    }
    return ""
  }

  /// The files of a runtime, written into a folder.
  private func write(_ side: String, _ parts: Set<RuntimePart>, to folder: URL) throws -> [String] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let left = Set(RuntimePart.allCases).subtracting(parts).reduce(into: Set()) { $0.formUnion($1.folders) }
    let files = try TemplateSet.builtIn().runtimeFiles(under: "Runtime/\(side)/")
    return try files.filter { !left.contains($0.name) }.map { file in
      let path = folder.appending(path: file.name + ".swift")
      try Data(file.text.utf8).write(to: path)
      return path.path
    }
  }
}
