import Foundation
import Testing

/// What the compiler says to somebody who uses what a description deprecates.
struct DeprecationTests {
  @Test(arguments: [
    ("func use(_ thing: Thing) -> String? { thing.old }", "the member 'old'"),
    (
      "func use(_ client: DeprecatedClient) async throws { _ = try await client.general.getThing() }",
      "the operation 'getThing'"
    ),
    ("func use(_ headers: ResponseHeaders) -> String? { headers.xOld }", "the header 'X-Old'"),
  ])
  func aUserIsWarnedOnce(source: String, subject: String) async throws {
    let testCase = Case(name: "deprecated")
    let workspace = try CaseWorkspace(testCase)
    try #require(try CaseRun(testCase.settings().arguments, in: workspace.path).exitCode == 0)
    let package = try FileTree(workspace.output)
    let module = try #require(CaseModule.modules(of: package).first)
    let runtime = try #require(module.runtimeSource)
    var files = module.files.map { workspace.output + "/" + $0 }
    for (name, text) in [("Runtime", runtime), ("User", source)] {
      files.append(workspace.path + "/\(name).swift")
      try Data(text.utf8).write(to: URL(filePath: workspace.path + "/\(name).swift"))
    }
    let run = try await ChildProcess(
      "swiftc",
      [
        "-typecheck", "-swift-version", "6", "-parse-as-library", "-suppress-notes", "-module-name",
        module.name,
      ]
        + module.runtimeArguments + ["-I", ProductsFolder.modules] + files
    )
    #expect(run.exitCode == 0)
    let warnings = run.errors.split(separator: "\n").filter { $0.contains(": warning: ") }
    #expect(warnings.count == 1, "\(run.errors)")
    #expect(warnings.first?.contains("User.swift") == true)
    #expect(warnings.first?.contains("The API has deprecated \(subject)") == true)
  }
}
