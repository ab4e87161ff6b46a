import SourceDocuments
import Testing

@testable import HeraldKit

/// Which files hold, and what becomes of the result. What is generated is the matter of `Tests/Cases`.
struct GenerateCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func withoutAnyArgumentTheDescriptionInTheFolderIsTaken() throws {
    try folder.write(description("Pet store"), to: "openapi.yaml")
    let outcome = run()
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == folder.path("Generated"))
    #expect(folder.exists("Generated/Sources/PetStore"))
    #expect(outcome.statistics.operations == 1)
    #expect(outcome.statistics.files > 10)
    #expect(
      outcome.statistics.stages.map(\.name) == [
        "templates", "load", "describe", "model", "declare", "account", "render", "write",
      ]
    )
  }

  @Test func aJSONDescriptionComesFirst() throws {
    try folder.write(description("Second"), to: "openapi.yaml")
    try folder.write(
      #"{"openapi": "3.1.0", "info": {"title": "First", "version": "1"}, "paths": {}}"#,
      to: "openapi.json"
    )
    #expect(run().exitCode == 0)
    #expect(folder.exists("Generated/Sources/First"))
  }

  @Test func theConfigurationIsFoundAndItsPathsAreRelativeToIt() throws {
    try folder.write(description("Pet store"), to: "project/api/pets.yaml")
    try folder.write("description: api/pets.yaml\noutput: SDK\nmodule: Pets\n", to: "project/herald.yaml")
    #expect(run { $0.folder = folder.path("project") }.exitCode == 0)
    #expect(folder.exists("project/SDK/Sources/Pets"))
    #expect(run { $0.configuration = folder.path("project/herald.yaml") }.exitCode == 0)
  }

  @Test func callersGoBeforeTheConfiguration() throws {
    try folder.write(description("Pet store"), to: "openapi.yaml")
    try folder.write("output: SDK\nmodule: Pets\n", to: "herald.yaml")
    let outcome = run {
      $0.output = folder.path("Other")
      $0.module = "Animals"
    }
    #expect(outcome.exitCode == 0)
    #expect(folder.exists("Other/Sources/Animals"))
    #expect(!folder.exists("SDK"))
  }

  @Test func anotherDescriptionIsGeneratedWithoutTheConfiguration() throws {
    try folder.write(description("Pet store"), to: "openapi.yaml")
    try folder.write(description("Plants"), to: "plants.yaml")
    try folder.write("output: SDK\nmodule: Pets\n", to: "herald.yaml")

    let other = run { $0.description = folder.path("plants.yaml") }
    #expect(other.remarks.contains { $0.contains("herald.yaml is not used") })
    #expect(folder.exists("Generated/Sources/Plants"))

    let same = run { $0.description = folder.path("./openapi.yaml") }
    #expect(same.exitCode == 0)
    #expect(folder.exists("SDK/Sources/Pets"))

    let named = run {
      $0.description = folder.path("plants.yaml")
      $0.configuration = folder.path("herald.yaml")
      $0.output = folder.path("Third")
    }
    #expect(named.exitCode == 0)
    #expect(folder.exists("Third/Sources/Pets"))
  }

  @Test func nothingFromTheNetworkIsRead() {
    let outcome = run { $0.description = "https://example.org/openapi.json" }
    #expect(outcome.diagnostics.map(\.code) == ["remote-description"])
  }

  @Test func checkingWritesNothing() throws {
    try folder.write(description("Pet store"), to: "openapi.yaml")
    let before = try folder.tree()
    let outcome = run { $0.mode = .check }
    #expect(outcome.exitCode == 2)
    #expect(try folder.tree() == before)
    guard case .outOfDate(let drift) = outcome.result else {
      Issue.record("a folder that is not there is out of date")
      return
    }
    #expect(drift.files.count == outcome.statistics.files)
    #expect(drift.files.allSatisfy { $0.diff.first == "--- /dev/null" })

    #expect(run().exitCode == 0)
    #expect(run { $0.mode = .check }.exitCode == 0)
  }

  @Test func changedMissingAndSuperfluousFilesAreDrift() throws {
    try folder.write(description("Pet store"), to: "openapi.yaml")
    #expect(run().exitCode == 0)
    try folder.write(try folder.read("Generated/Package.swift") + "// more\n", to: "Generated/Package.swift")
    try folder.write(description("Pets"), to: "openapi.yaml")
    guard case .outOfDate(let drift) = run({ $0.mode = .check }).result else {
      Issue.record("another title gives other files")
      return
    }
    let firstLines = Dictionary(uniqueKeysWithValues: drift.files.map { ($0.path, $0.diff.prefix(2)) })
    let root = folder.path("Generated").dropFirst()
    #expect(firstLines["Package.swift"] == ["--- a/\(root)/Package.swift", "+++ b/\(root)/Package.swift"])
    #expect(
      firstLines["Sources/Pets/PetsClient.swift"] == [
        "--- /dev/null", "+++ b/\(root)/Sources/Pets/PetsClient.swift",
      ]
    )
    let stale = "Sources/PetStore/PetStoreClient.swift"
    #expect(firstLines[stale] == ["--- a/\(root)/\(stale)", "+++ /dev/null"])
    #expect(!drift.files.contains { $0.path == ".herald-manifest.json" })
  }

  @Test func aMissingManifestIsDriftToo() throws {
    try folder.write(description("Pet store"), to: "openapi.yaml")
    #expect(run().exitCode == 0)
    try folder.remove("Generated/.herald-manifest.json")
    guard case .outOfDate(let drift) = run({ $0.mode = .check }).result else {
      Issue.record("the next run would write a manifest")
      return
    }
    #expect(drift.files.map(\.path) == [".herald-manifest.json"])
  }

  @Test func aFailureWritesNothing() throws {
    try folder.write("openapi: 3.1.0\n", to: "openapi.yaml")
    let outcome = run()
    #expect(outcome.exitCode == 1)
    #expect(!folder.exists("Generated"))
  }

  private func run(_ change: (inout GenerateOptions) -> Void = { _ in }) -> GenerateOutcome {
    var options = GenerateOptions(folder: folder.path)
    change(&options)
    return GenerateCommand(options).run()
  }

  private func description(_ title: String) -> String {
    """
    openapi: 3.1.0
    info:
      title: \(title)
      version: 1.0.0
    paths:
      /items:
        get:
          operationId: listItems
          responses:
            "204":
              description: Nothing

    """
  }
}
