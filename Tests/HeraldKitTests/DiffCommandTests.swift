import APIDiff
import DiffReports
import Foundation
import HeraldKit
import SourceDocuments
import Testing

/// What `herald diff` reads, and what it exits with.
struct DiffCommandTests {
  private static let base = """
    openapi: 3.1.0
    info: {title: Test, version: '1'}
    paths:
      /a:
        get:
          operationId: list
          parameters: [{name: q, in: query, schema: {$ref: 'types.yaml#/Text'}}]
          responses: {'204': {description: Done}}
    """
  private static let revision = base.replacing("{name: q, in", with: "{name: q, required: true, in")
  private static let types = "Text: {type: string}\n"

  private func folder(revision: String = revision) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in [("base.yaml", Self.base), ("revision.yaml", revision), ("types.yaml", Self.types)] {
      try Data(text.utf8).write(to: URL(filePath: folder.path + "/" + name))
    }
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ change: (inout DiffOptions) -> Void = { _ in }) -> DiffOutcome
  {
    var options = DiffOptions(
      base: "base.yaml",
      revision: "revision.yaml",
      today: "2026-06-15",
      folder: folder.path
    )
    change(&options)
    return DiffCommand(options).run()
  }

  @Test func aGateIsHitByWhatBreaksOnItsAxis() throws {
    let folder = try folder()
    #expect(run(folder).exitCode == 0)
    #expect(run(folder) { $0.gates = [.deployed] }.exitCode == 2)
    #expect(run(folder) { $0.gates = [.rollout] }.exitCode == 0)
    #expect(run(folder) { $0.gates = [.any] }.exitCode == 2)
  }

  /// `allowDanglingReferences` lets any value stand for what is missing, on both sides.
  @Test func missingSchemasStandForAnythingWhereThatIsAllowed() throws {
    let folder = try folder(revision: Self.revision.replacing("types.yaml#/Text", with: "types.yaml#/Txt"))
    #expect(run(folder).exitCode == 1)
    try folder.write("description: revision.yaml\nallowDanglingReferences: true\n", to: "herald.yaml")
    let outcome = run(folder)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics.map(\.message))")
    let rules = try #require(outcome.report).difference.findings.map(\.rule)
    #expect(rules.contains(.parameterBecameRequired) && rules.contains(.typeChanged))
  }

  @Test func aStrictGateIsHitByWhatMayBreak() throws {
    let folder = try folder(
      revision: Self.base.replacing(
        "parameters: [{name: q, in: query, schema: {$ref: 'types.yaml#/Text'}}]",
        with: "summary: None"
      )
    )
    #expect(run(folder) { $0.gates = [.deployed] }.exitCode == 0)
    #expect(
      run(folder) {
        $0.gates = [.deployed]
        $0.isStrict = true
      }.exitCode == 2
    )
  }

  @Test func whatCannotBeReadIsNotTakenForNoChange() throws {
    let folder = try folder(revision: "openapi: 3.1.0\n")
    let outcome = run(folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.text == nil)
    #expect(outcome.diagnostics.contains { $0.severity == .error })
    #expect(run(folder) { $0.revision = "nowhere.yaml" }.exitCode == 1)
  }

  @Test func acceptedFindingsHitNoGateUntilTheyExpire() throws {
    let folder = try folder()
    let id = try #require(run(folder).report?.difference.findings.first?.id)
    let acceptance = """
      accepted:
      - {id: '\(id)', reason: agreed, until: 2026-06-30}
      - {id: '0000000000000000', reason: gone}

      """
    let path = folder.path + "/accepted.yaml"
    try Data(acceptance.utf8).write(to: URL(filePath: path))
    func gated(_ today: String) -> DiffOutcome {
      run(folder) {
        $0.gates = [.any]
        $0.acceptance = path
        $0.today = today
      }
    }
    #expect(gated("2026-06-30").exitCode == 0)
    #expect(gated("2026-06-30").diagnostics.map(\.code) == ["unused-acceptance"])
    #expect(gated("2026-07-01").exitCode == 2)
    #expect(gated("2026-07-01").diagnostics.map(\.code) == ["expired-acceptance", "unused-acceptance"])
  }

  @Test func anAcceptanceWithoutAReasonIsAnError() throws {
    let folder = try folder()
    let path = folder.path + "/accepted.yaml"
    try Data("accepted: [{id: abc}]\n".utf8).write(to: URL(filePath: path))
    #expect(run(folder) { $0.acceptance = path }.exitCode == 1)
  }

  @Test func aRevisionOfTheRepositoryIsReadWithTheFilesItRefersTo() throws {
    let folder = try folder()
    try git(["init", "--quiet"], in: folder)
    try git(["add", "."], in: folder)
    try git(
      ["-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "First"],
      in: folder
    )
    try Data("Text: {type: string, maxLength: 3}\n".utf8).write(
      to: URL(filePath: folder.path + "/types.yaml")
    )
    let outcome = run(folder) {
      $0.base = "HEAD:base.yaml"
      $0.revision = "base.yaml"
    }
    #expect(outcome.report?.difference.findings.map(\.rule) == [.maxLengthChanged])
    // From a folder inside, paths begin at the root of the repository, or at the folder as git has it.
    try FileManager.default.createDirectory(
      atPath: folder.path + "/inside",
      withIntermediateDirectories: true
    )
    for base in ["HEAD:base.yaml", "HEAD:../base.yaml", "HEAD:./../base.yaml"] {
      let outcome = run(folder) {
        $0.base = base
        $0.revision = "../base.yaml"
        $0.folder = folder.path + "/inside"
      }
      #expect(outcome.report?.difference.findings.map(\.rule) == [.maxLengthChanged], "\(base)")
    }
    #expect(run(folder) { $0.base = "nothing:base.yaml" }.diagnostics.map(\.code) == ["unknown-revision"])
    #expect(run(folder) { $0.base = "HEAD:nothing.yaml" }.diagnostics.map(\.code) == ["missing-file"])
  }

  private func git(_ arguments: [String], in folder: TemporaryFolder) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
