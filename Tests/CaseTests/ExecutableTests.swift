import Foundation
import HeraldKit
import Testing

/// The tool as a process: exit codes, streams, and the folder it is called in.
struct ExecutableTests {
  private let success = Case(name: "json-description")
  private let failure = Case(name: "dangling-reference")

  @Test func successIsZeroAndOneLine() async throws {
    let workspace = try CaseWorkspace(success)
    let run = try await herald(["generate"], in: workspace.path)
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    #expect(
      try run.output.wholeMatch(
        of: Regex(#"Generated \d+ operations?, \d+ types? in \d+ files \(\d+ changed\) · \d+ ms\n"#)
      ) != nil
    )
    #expect(try success.comparable(FileTree(workspace.output)) == success.expectedFiles())
  }

  @Test func aWrongDescriptionIsOneAndLocated() async throws {
    let workspace = try CaseWorkspace(failure)
    let run = try await herald(["generate"], in: workspace.path)
    #expect(run.exitCode == 1)
    #expect(run.output == "")
    #expect(run.errors == (try failure.expectedDiagnostics()))
  }

  @Test func driftIsTwoAndADiff() async throws {
    let workspace = try CaseWorkspace(success)
    #expect(try await herald(["generate", "--check"], in: workspace.path).exitCode == 2)
    #expect(try await herald(["generate"], in: workspace.path).exitCode == 0)
    #expect(try await herald(["generate", "--check"], in: workspace.path).exitCode == 0)

    try Data("// not this\n".utf8).write(to: URL(filePath: workspace.output + "/Package.swift"))
    let run = try await herald(["generate", "--check"], in: workspace.path)
    #expect(run.exitCode == 2)
    #expect(run.output.hasPrefix("--- a/Generated/Package.swift\n+++ b/Generated/Package.swift\n@@ -1 +1,"))
    #expect(run.errors == "Out of date: 1 file in Generated; run `herald generate`\n")
  }

  @Test(arguments: [
    ["generate", "--bogus"], ["generate", "--check", "--force"], ["generate", "--module", "class"],
    ["publish"],
  ])
  func wrongUsageIsSixtyFour(arguments: [String]) async throws {
    let run = try await herald(arguments, in: Repository.root)
    #expect(run.exitCode == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("Usage:"))
  }

  @Test func theVersionIsPrinted() async throws {
    let run = try await herald(["--version"], in: Repository.root)
    #expect(run.output == HeraldVersion.current + "\n")
  }

  @Test func aDescriptionElsewhereIsGeneratedWithoutTheConfigurationHere() async throws {
    let configured = try CaseWorkspace(Case(name: "configured"))
    let other = try CaseWorkspace(success)
    let run = try await herald(
      [
        "generate", other.path + "/openapi.json", "--output", other.output, "--module", "Sample", "--verbose",
      ],
      in: configured.path
    )
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("herald.yaml is not used"))
    #expect(FileManager.default.fileExists(atPath: other.output + "/Sources/Sample"))
    #expect(!FileManager.default.fileExists(atPath: configured.output))
  }

  @Test func templatesAreExportedAndUsed() async throws {
    let workspace = try CaseWorkspace(success)
    let export = ["templates", "export", "Mine"]
    #expect(try await herald(export, in: workspace.path).exitCode == 0)
    let template = URL(filePath: workspace.path + "/Mine/Package/Header.mustache")
    try Data("// Mine.\n".utf8).write(to: template)
    let refused = try await herald(export, in: workspace.path)
    #expect(refused.exitCode == 1)
    #expect(refused.errors.hasPrefix("Mine/Package/Header.mustache:1:1: error: "))

    #expect(try await herald(["generate", "--templates", "Mine"], in: workspace.path).exitCode == 0)
    let client = try #require(try FileTree(workspace.output).files.first { $0.key.hasSuffix("Client.swift") })
    #expect(client.value.starts(with: "// Mine.".utf8))
    #expect(try await herald(export + ["--force"], in: workspace.path).exitCode == 0)
  }

  @Test func aReaderThatGoesAwayIsNoFailure() async throws {
    let workspace = try CaseWorkspace(success)
    let run = try await ChildProcess(
      "/bin/bash",
      ["-c", "set -o pipefail; '\(ProductsFolder.herald)' generate --check | true"],
      in: workspace.path
    )
    #expect(run.exitCode == 2)
  }

  private func herald(_ arguments: [String], in folder: String) async throws -> ChildProcess {
    try await ChildProcess(ProductsFolder.herald, arguments, in: folder)
  }
}
