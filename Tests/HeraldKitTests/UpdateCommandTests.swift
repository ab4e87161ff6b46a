import APIDiff
import Foundation
import SourceDocuments
import Testing

@testable import HeraldKit

/// Taking over new versions of a description, all or nothing.
struct UpdateCommandTests {
  private static let base = """
    openapi: 3.1.0
    info: {title: Shop, version: 1.0.0}
    paths:
      /orders:
        get:
          operationId: listOrders
          parameters: [{name: limit, in: query, schema: {type: integer}}]
          responses: {'204': {description: Done}}
    """
  private static let additive = base.replacing(
    "parameters: [",
    with: "parameters: [{name: q, in: query, schema: {type: string}}, "
  )
  private static let breaking = base.replacing("operationId: listOrders", with: "operationId: readOrders")

  private func folder(
    configuration: String = "# kept\nmodule: Shop\nversion: 1.4.0  # raised\n"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.base, to: "openapi.yaml")
    try folder.write(configuration, to: "herald.yaml")
    let outcome = GenerateCommand(GenerateOptions(folder: folder.path)).run()
    #expect(outcome.exitCode == 0)
    return folder
  }

  private func update(
    _ folder: TemporaryFolder,
    _ text: String,
    isDryRun: Bool = false,
    fileSystem: any FileSystem = DiskFileSystem()
  ) throws -> UpdateOutcome {
    let new = try TemporaryFolder()
    try new.write(text, to: "new.yaml")
    let options = UpdateOptions(
      revision: new.path("new.yaml"),
      isDryRun: isDryRun,
      today: "2026-11-23",
      folder: folder.path
    )
    return UpdateCommand(options, fileSystem: fileSystem).run()
  }

  private func isUpToDate(_ folder: TemporaryFolder) -> Bool {
    GenerateCommand(GenerateOptions(mode: .check, folder: folder.path)).run().exitCode == 0
  }

  @Test func everythingIsTakenOver() throws {
    let folder = try folder()
    let outcome = try update(folder, Self.breaking)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics)")
    #expect(try folder.read("openapi.yaml") == Self.breaking)
    #expect(try folder.read("herald.yaml") == "# kept\nmodule: Shop\nversion: 2.0.0  # raised\n")
    #expect(try folder.read("CHANGELOG.md").contains("\n## [2.0.0] - 2026-11-23\n"))
    #expect(isUpToDate(folder))
    #expect(outcome.text(color: false).contains("1.4.0 → 2.0.0"))

    let next = try update(folder, Self.additive.replacing("listOrders", with: "readOrders"))
    #expect(next.changes?.version.after == SemanticVersion(2, 1, 0))
    let changelog = try folder.read("CHANGELOG.md")
    let places = ["[2.1.0]", "[2.0.0]"].compactMap { changelog.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 2 && places[0] < places[1])
    #expect(isUpToDate(folder))
  }

  @Test func aDryRunChangesNothing() throws {
    let folder = try folder()
    let before = try folder.tree()
    let outcome = try update(folder, Self.breaking, isDryRun: true)
    #expect(outcome.exitCode == 0)
    #expect(outcome.changes?.version.after == SemanticVersion(2, 0, 0))
    #expect(outcome.changes?.files.count == 3)
    #expect(try folder.tree() == before)
  }

  @Test func theSameDescriptionIsNothingToDo() throws {
    let folder = try folder()
    let before = try folder.tree()
    let outcome = try update(folder, Self.base)
    #expect(outcome.exitCode == 0)
    #expect(outcome.text(color: false).contains("Nothing to do: the SDK stays at 1.4.0."))
    #expect(try folder.tree() == before)
  }

  @Test(arguments: [
    "openapi: 3.1.0\n", base.replacing("204", with: "2O4"), "{",
    "openapi: 3.1.0\ninfo: {$ref: other.yaml}\npaths: {}\n",
  ])
  func aWrongDescriptionChangesNothing(text: String) throws {
    let folder = try folder()
    let before = try folder.tree()
    let outcome = try update(folder, text)
    #expect(outcome.exitCode == 1)
    #expect(!outcome.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(try folder.tree() == before)
  }

  @Test func filesEditedByHandChangeNothing() throws {
    let folder = try folder()
    try folder.write("edited", to: "Generated/README.md")
    let before = try folder.tree()
    let outcome = try update(folder, Self.breaking)
    #expect(outcome.exitCode == 1)
    #expect(try folder.tree() == before)
  }

  @Test func withoutAVersionThereIsNothingToRaise() throws {
    let folder = try folder(configuration: "module: Shop\n")
    let outcome = try update(folder, Self.breaking)
    #expect(outcome.diagnostics.map(\.code) == ["missing-version"])
  }

  /// A file system that does not let one file be replaced.
  private struct StubbornFiles: FileSystem {
    let disk = DiskFileSystem()
    let name: String

    func kind(of path: String) throws(FileSystemFailure) -> FileKind? { try disk.kind(of: path) }
    func contents(of path: String) throws(FileSystemFailure) -> [UInt8] { try disk.contents(of: path) }
    func entries(of folder: String) throws(FileSystemFailure) -> [String] { try disk.entries(of: folder) }
    func canonicalPath(of path: String) -> String? { disk.canonicalPath(of: path) }
    func isWritable(_ folder: String) -> Bool { disk.isWritable(folder) }
    func createFolder(_ path: String) throws(FileSystemFailure) { try disk.createFolder(path) }
    func write(_ bytes: [UInt8], to path: String) throws(FileSystemFailure) {
      try disk.write(bytes, to: path)
    }
    func removeFile(_ path: String) throws(FileSystemFailure) { try disk.removeFile(path) }
    func removeFolder(_ path: String) throws(FileSystemFailure) { try disk.removeFolder(path) }
    func rename(_ path: String, to target: String) throws(FileSystemFailure) {
      if target.hasSuffix("/" + name) {
        throw FileSystemFailure(operation: "replace", path: target, reason: "not today")
      }
      try disk.rename(path, to: target)
    }
  }

  @Test(arguments: ["openapi.yaml", "herald.yaml", "CHANGELOG.md", "README.md"])
  func whatCannotBeReplacedTakesBackTheRest(name: String) throws {
    let folder = try folder()
    let before = try folder.tree()
    let outcome = try update(folder, Self.breaking, fileSystem: StubbornFiles(name: name))
    #expect(outcome.exitCode == 1)
    #expect(outcome.diagnostics.contains { $0.message.contains("not today") }, "\(outcome.diagnostics)")
    // Of the generated package alone, an interrupted run is completed by the next.
    if name != "README.md" { #expect(try folder.tree() == before) }
    #expect(try update(folder, Self.breaking).exitCode == 0)
    #expect(isUpToDate(folder))
  }

  /// The history of the Hero API. `HERALD_RECORD=1` writes what is expected.
  @Test func hero() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path(percentEncoded: false)
    func text(_ path: String) throws -> String { try String(contentsOfFile: root + path, encoding: .utf8) }
    let folder = try TemporaryFolder()
    let versions = try [
      text("Tests/Fixtures/Hero/P1.json"), text("openapi.json"), text("Tests/Fixtures/Hero/P3.json"),
    ]
    try folder.write(versions[0], to: "openapi.json")
    let configuration = try text("herald.yaml").split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("version:") }.joined(separator: "\n")
    try folder.write(configuration + "\nversion: 1.0.0\n", to: "herald.yaml")
    #expect(GenerateCommand(GenerateOptions(folder: folder.path)).run().exitCode == 0)
    var done: [String] = []
    for version in versions.dropFirst() {
      let outcome = try update(folder, version)
      #expect(outcome.exitCode == 0, "\(outcome.diagnostics.filter { $0.severity == .error })")
      #expect(try folder.read("openapi.json") == version)
      #expect(isUpToDate(folder))
      let changes = try #require(outcome.changes)
      done.append("\(changes.version.before.text) → \(changes.version.after.text)")
    }
    #expect(
      try folder.read("herald.yaml").contains("\nversion: " + (done.last ?? "").split(separator: " ")[2])
    )
    let changelog = try folder.read("CHANGELOG.md")
    let expected = root + "Tests/UpdateCases/hero/CHANGELOG.md"
    if ProcessInfo.processInfo.environment["HERALD_RECORD"] != nil {
      try Data(changelog.utf8).write(to: URL(filePath: expected))
    }
    #expect(try changelog == String(contentsOfFile: expected, encoding: .utf8))
  }
}
