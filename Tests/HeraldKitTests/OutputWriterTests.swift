import Foundation
import SourceDocuments
import SwiftRendering
import Testing

@testable import HeraldKit

struct OutputWriterTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func filesAndManifestAreWritten() throws {
    let changes = try write(["Package.swift": "p", "Sources/A/A.swift": "a"])
    #expect(changes.created == ["Package.swift", "Sources/A/A.swift"])
    let tree = try folder.tree("out")
    #expect(tree["Package.swift"] == "p")
    #expect(tree["Sources/A/A.swift"] == "a")
    #expect(
      tree[".herald-manifest.json"] == """
        {
          "generator": "herald \(HeraldVersion.current)",
          "files": {
            "Package.swift": "af63ed4c8602096f",
            "Sources/A/A.swift": "af63dc4c8601ec8c"
          }
        }

        """
    )
    #expect(tree.count == 3, "no staging folder and no journal are left: \(tree.keys)")
  }

  @Test func unchangedFilesAreNotTouched() throws {
    try write(["A.swift": "a", "B.swift": "b"])
    let before = [
      try folder.modificationDate("out/A.swift"), try folder.modificationDate("out/.herald-manifest.json"),
    ]
    let changes = try write(["A.swift": "a", "B.swift": "b"])
    #expect(changes.count == 0)
    #expect(changes.unchanged == ["A.swift", "B.swift"])
    let after = [
      try folder.modificationDate("out/A.swift"), try folder.modificationDate("out/.herald-manifest.json"),
    ]
    #expect(before == after)

    let other = try write(["A.swift": "a", "B.swift": "b2"])
    #expect(other.replaced == ["B.swift"])
    #expect(try folder.modificationDate("out/A.swift") == before[0])
  }

  @Test func filesThatAreNoLongerGeneratedGoWithTheirFolders() throws {
    try write(["A.swift": "a", "Sources/Old/Deep/B.swift": "b", "Sources/C.swift": "c"])
    let changes = try write(["A.swift": "a", "Sources/C.swift": "c"])
    #expect(changes.deleted == ["Sources/Old/Deep/B.swift"])
    #expect(!folder.exists("out/Sources/Old"))
    #expect(folder.exists("out/Sources/C.swift"))
  }

  @Test func filesBesideTheGeneratedOnesStay() throws {
    try write(["Sources/A/A.swift": "a", "Sources/B/B.swift": "b"])
    try folder.write("mine", to: "out/Sources/B/Mine.swift")
    try write(["Sources/A/A.swift": "a"])
    #expect(try folder.read("out/Sources/B/Mine.swift") == "mine")
    #expect(!folder.exists("out/Sources/B/B.swift"))
  }

  @Test func anEditedFileStopsTheRun() throws {
    try write(["A.swift": "a", "B.swift": "b"])
    try folder.write("edited", to: "out/A.swift")
    let before = try folder.tree()
    let problems = try problems { try write(["A.swift": "a2", "B.swift": "b2"]) }
    #expect(problems.map(\.code) == ["edited-file"])
    #expect(problems.first?.location?.file.path == folder.path("out/A.swift"))
    #expect(try folder.tree() == before)

    try write(["A.swift": "a2", "B.swift": "b2"], force: true)
    #expect(try folder.read("out/A.swift") == "a2")
  }

  @Test func anEditThatMadesTheFileRightIsNone() throws {
    try write(["A.swift": "a"])
    try folder.write("a2", to: "out/A.swift")
    #expect(try write(["A.swift": "a2"]).unchanged == ["A.swift"])
    #expect(try write(["A.swift": "a3"]).replaced == ["A.swift"])
  }

  @Test func anEditedFileIsNotDeletedEither() throws {
    try write(["A.swift": "a", "B.swift": "b"])
    try folder.write("edited", to: "out/B.swift")
    #expect(try problems { try write(["A.swift": "a"]) }.map(\.code) == ["edited-file"])
    try write(["A.swift": "a"], force: true)
    #expect(!folder.exists("out/B.swift"))
  }

  @Test func manyEditedFilesAreOneDiagnostic() throws {
    let names = (10..<40).map { "File\($0).swift" }
    try write(Dictionary(uniqueKeysWithValues: names.map { ($0, "a") }))
    for name in names { try folder.write("edited", to: "out/" + name) }
    let problems = try problems { try write(Dictionary(uniqueKeysWithValues: names.map { ($0, "b") })) }
    #expect(problems.count == 1)
    #expect(problems.first?.notes.count == 11)
    #expect(problems.first?.notes.last?.message == "and with 19 more")
  }

  @Test func aFolderWithForeignFilesIsRefused() throws {
    try folder.write("mine", to: "out/main.c")
    #expect(try problems { try write(["A.swift": "a"]) }.map(\.code) == ["foreign-files"])
    #expect(try folder.tree("out") == ["main.c": "mine"])
    try write(["A.swift": "a"], force: true)
    #expect(try folder.tree("out").keys.sorted() == [".herald-manifest.json", "A.swift", "main.c"])
  }

  @Test(arguments: [".build/x", ".swiftpm/x", ".git/HEAD", ".DS_Store", "Package.resolved"])
  func whatToolsLeaveIsNotForeign(name: String) throws {
    try folder.write("", to: "out/" + name)
    #expect(try write(["A.swift": "a"]).created == ["A.swift"])
  }

  @Test func aForeignFileInTheWayIsKept() throws {
    try write(["A.swift": "a"])
    try folder.write("mine", to: "out/B.swift")
    #expect(try problems { try write(["A.swift": "a", "B.swift": "b"]) }.map(\.code) == ["foreign-files"])
    #expect(try folder.read("out/B.swift") == "mine")
  }

  @Test func foldersAndFilesInTheWayCannotBeForced() throws {
    try folder.write("x", to: "out/A.swift/inside")
    try folder.write("x", to: "out/Sources")
    let problems = try problems { try write(["A.swift": "a", "Sources/B.swift": "b"], force: true) }
    #expect(problems.map(\.code) == ["blocked-path", "blocked-path"])
    #expect(try folder.tree("out") == ["A.swift/inside": "x", "Sources": "x"])
  }

  @Test func theOutputMustBeAFolder() throws {
    try folder.write("x", to: "out")
    #expect(try problems { try write(["A.swift": "a"]) }.map(\.code) == ["output-not-a-folder"])
  }

  @Test func namesThatDifferOnlyInCaseAreRefused() throws {
    let problems = try problems { try write(["Sources/Foo.swift": "a", "Sources/foo.swift": "b"]) }
    #expect(problems.map(\.code) == ["path-collision"])
    #expect(try self.problems { try write(["A": "a", "a/B.swift": "b"]) }.map(\.code) == ["path-collision"])
  }

  @Test(arguments: ["../A.swift", "/tmp/A.swift", "a//b", "a/./b", "", "a\u{1B}b", ".herald-manifest.json"])
  func unsafePathsAreNeverWritten(path: String) throws {
    #expect(try problems { try write([path: "a"]) }.map(\.code) == ["unsafe-path"])
    #expect(!folder.exists("out"))
  }

  @discardableResult
  private func write(_ files: [String: String], force: Bool = false) throws -> OutputChanges {
    let output = OutputFolder(folder.path("out"))
    let generated = try OutputFileSet(
      files.map { GeneratedFile(path: $0.key, contents: Array($0.value.utf8)) },
      folder: output.path
    )
    return try OutputWriter(output).write(generated, force: force)
  }

  private func problems(_ operation: () throws -> OutputChanges) throws -> [Diagnostic] {
    do {
      _ = try operation()
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics
    }
  }
}
