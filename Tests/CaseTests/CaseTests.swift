import Testing

/// Every case gives the files and the diagnostics that are checked in for it.
///
/// `make cases` runs these with `HERALD_RECORD=1`, which checks in what happens; read the difference then.
struct CaseTests {
  // One after the other: side by side they would keep every thread busy, and tests that measure time waiting.
  @Test(.serialized, arguments: Case.all)
  func theCaseGivesWhatIsExpected(testCase: Case) throws {
    let settings = try testCase.settings()
    let workspace = try CaseWorkspace(testCase)
    let before = try FileTree(workspace.output)
    let run = try CaseRun(settings.arguments, in: workspace.path)
    #expect(run.exitCode == settings.exitCode, "\(run.diagnostics)")
    let after = try FileTree(workspace.output)

    if run.exitCode != 0, let difference = after.firstDifference(from: before) {
      Issue.record("a failed run must leave the output as it was: \(difference)")
    }
    let generated = run.exitCode == 0 ? testCase.comparable(after) : FileTree()
    if Repository.isRecording { try testCase.record(files: generated, diagnostics: run.diagnostics) }

    if let difference = generated.firstDifference(from: try testCase.expectedFiles()) {
      Issue.record("Tests/Cases/\(testCase.name)/expected/\(difference)")
    }
    if let difference = TextDifference(run.diagnostics, try testCase.expectedDiagnostics()) {
      Issue.record("Tests/Cases/\(testCase.name)/diagnostics.txt:\(difference)")
    }
    if run.exitCode == 0 {
      let check = try CaseRun(settings.arguments + ["--check"], in: workspace.path)
      #expect(check.exitCode == 0, "what was just written is up to date")
    }
  }

  @Test func thereAreCases() {
    #expect(Case.all.count >= 1)
  }
}
