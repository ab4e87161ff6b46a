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

  @Test func missingSchemasAreTakenOverWhereThatIsAllowed() throws {
    let text = Self.additive.replacing(
      "schema: {type: string}",
      with: "schema: {$ref: '#/components/schemas/Gone'}"
    )
    let strict = try folder()
    let before = try strict.tree()
    #expect(try update(strict, text).exitCode == 1)
    #expect(try strict.tree() == before)
    let folder = try folder(
      configuration: "module: Shop\nversion: 1.4.0\nallowDanglingReferences: true\n"
    )
    let outcome = try update(folder, text)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics.map(\.message))")
    #expect(try folder.read("openapi.yaml") == text)
    #expect(outcome.changes?.version.after == SemanticVersion(1, 5, 0))
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

  // MARK: - Several files

  private static let divided = [
    "openapi.yaml": """
    openapi: 3.1.0
    info: {title: Shop, version: 1.0.0}
    paths:
      /orders:
        get:
          operationId: listOrders
          parameters: [{$ref: 'parts/parameters.yaml#/Limit'}]
          responses: {'200': {description: OK, content: {application/json: {schema: {$ref: 'parts/order.yaml'}}}}}
    """,
    "parts/parameters.yaml": "Limit: {name: limit, in: query, schema: {type: integer}}\n",
    "parts/order.yaml": "type: object\nproperties: {id: {type: string}}\n",
  ]

  private func dividedFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in Self.divided { try folder.write(text, to: path) }
    try folder.write("module: Shop\nversion: 1.4.0\n", to: "herald.yaml")
    #expect(GenerateCommand(GenerateOptions(folder: folder.path)).run().exitCode == 0)
    return folder
  }

  /// Takes over files of which `openapi.yaml` is the description.
  private func update(
    _ folder: TemporaryFolder,
    _ files: [String: String],
    name: String = "openapi.yaml",
    fileSystem: any FileSystem = DiskFileSystem()
  ) throws -> UpdateOutcome {
    let new = try TemporaryFolder()
    for (path, text) in files { try new.write(text, to: "download/" + path) }
    let options = UpdateOptions(
      revision: new.path("download/" + name),
      today: "2026-11-23",
      folder: folder.path
    )
    return UpdateCommand(options, fileSystem: fileSystem).run()
  }

  /// An order has another property, of a type in a file that is new; the parameters have moved.
  private static let dividedNext: [String: String] = {
    var files = divided
    files["openapi.yaml"] = divided["openapi.yaml"]?.replacing(
      "parts/parameters.yaml",
      with: "parts/more/queries.yaml"
    )
    files["parts/parameters.yaml"] = nil
    files["parts/more/queries.yaml"] = divided["parts/parameters.yaml"]
    files["parts/order.yaml"] =
      "type: object\nproperties: {id: {type: string}, shop: {$ref: more/shop.yaml}}\n"
    files["parts/more/shop.yaml"] = "type: object\nproperties: {name: {type: string}}\n"
    return files
  }()

  @Test func allFilesAreTakenOver() throws {
    let folder = try dividedFolder()
    let outcome = try update(folder, Self.dividedNext)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics)")
    for (path, text) in Self.dividedNext { #expect(try folder.read(path) == text) }
    #expect(outcome.changes?.version.after == SemanticVersion(1, 5, 0))
    #expect(outcome.changes?.unusedFiles.map { $0.hasSuffix("/parts/parameters.yaml") } == [true])
    #expect(outcome.text(color: false).contains("  unused    "))
    #expect(isUpToDate(folder))
    #expect(try update(folder, Self.dividedNext).text(color: false).contains("Nothing to do"))
  }

  @Test func severalBecomeOneAndOneSeveral() throws {
    let folder = try dividedFolder()
    #expect(try update(folder, ["openapi.yaml": Self.base]).exitCode == 0)
    #expect(isUpToDate(folder))
    let back = try update(folder, Self.divided)
    // What stood there is no part of the description any more; it is the same, so that it may stay.
    #expect(back.exitCode == 0, "\(back.diagnostics)")
    #expect(isUpToDate(folder))
  }

  @Test(arguments: ["openapi.yaml", "order.yaml", "shop.yaml", "CHANGELOG.md"])
  func whatCannotBeReplacedTakesBackAllFiles(name: String) throws {
    let folder = try dividedFolder()
    let before = try folder.tree()
    let outcome = try update(folder, Self.dividedNext, fileSystem: StubbornFiles(name: name))
    #expect(outcome.exitCode == 1)
    #expect(try folder.tree() == before)
    #expect(try update(folder, Self.dividedNext).exitCode == 0)
    #expect(isUpToDate(folder))
  }

  /// What a description refers to must not reach for other files of the project.
  @Test(arguments: [
    ("herald.yaml", "foreign-file"), ("notes/mine.yaml", "foreign-file"), ("../beside.yaml", "file-outside"),
    ("Generated/part.yaml", "file-outside"), ("CHANGELOG.md", "file-outside"),
  ])
  func otherFilesAreLeftAlone(path: String, code: String) throws {
    let outer = try TemporaryFolder()
    for (path, text) in Self.divided { try outer.write(text, to: "project/" + path) }
    try outer.write("module: Shop\nversion: 1.4.0\n", to: "project/herald.yaml")
    try outer.write("mine", to: "project/notes/mine.yaml")
    let project = outer.path("project")
    #expect(GenerateCommand(GenerateOptions(folder: project)).run().exitCode == 0)
    let before = try outer.tree()

    let new = try TemporaryFolder()
    for (path, text) in Self.divided { try new.write(text, to: "download/" + path) }
    try new.write("{type: string}\n", to: "download/" + path)
    try new.write("type: object\nproperties: {id: {$ref: '../\(path)'}}\n", to: "download/parts/order.yaml")
    if path.hasSuffix(".md") {
      let text = Self.divided["openapi.yaml"]?.replacing(
        "title: Shop,",
        with: "title: Shop, description: {$ref: \(path)},"
      )
      try new.write(try #require(text), to: "download/openapi.yaml")
    }
    let outcome = UpdateCommand(UpdateOptions(revision: new.path("download/openapi.yaml"), folder: project))
      .run()
    #expect(
      outcome.diagnostics.filter { $0.severity == .error }.map(\.code) == [code],
      "\(outcome.diagnostics)"
    )
    #expect(try outer.tree() == before)
  }

  /// The files of a description refer to it by its name.
  @Test func anotherNameThatFilesReferToChangesNothing() throws {
    let folder = try dividedFolder()
    let before = try folder.tree()
    var files = Self.divided
    files["next.yaml"] = Self.divided["openapi.yaml"]?.replacing(
      "'parts/order.yaml'",
      with: "'parts/back.yaml'"
    )
    .appending("\ncomponents: {schemas: {Order: {type: string}}}\n")
    files["parts/back.yaml"] = "$ref: '../next.yaml#/components/schemas/Order'\n"
    files["openapi.yaml"] = nil
    let outcome = try update(folder, files, name: "next.yaml")
    #expect(outcome.exitCode == 1)
    #expect(!outcome.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(try folder.tree() == before)
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
