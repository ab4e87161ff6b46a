import Testing

/// What cases generate is Swift that compiles without warnings, in the repository's format.
struct GeneratedSourcesTests {
  @Test(arguments: Case.all)
  func theSourcesCompile(testCase: Case) async throws {
    let problems = try await CaseCompiler.shared.compile(testCase)
    if !problems.isEmpty { Issue.record("Tests/Cases/\(testCase.name)\n\(problems)") }
  }

  @Test func theSourcesAreFormatted() async throws {
    let folders = try Case.all.filter { try !$0.expectedFiles().files.isEmpty }.map { $0.path + "/expected" }
    try #require(!folders.isEmpty)
    let run = try await ChildProcess(
      "swift",
      [
        "format", "lint", "--strict", "--parallel", "--recursive", "--configuration",
        Repository.path(".swift-format"),
      ]
        + folders
    )
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
