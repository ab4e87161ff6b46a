import Foundation
import SourceDocuments
import SwiftRendering
import Testing

@testable import HeraldKit

/// Interrupted runs, full disks, links and manifests that someone tampered with.
struct OutputSafetyTests {
  let folder: TemporaryFolder
  private let old = ["A.swift": "a", "Gone/B.swift": "b", "Sources/C.swift": "c"]
  private let new = ["A.swift": "a2", "New/D.swift": "d", "Sources/C.swift": "c"]

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aRunKilledAtAnyMomentIsCompletedByTheNext() throws {
    try write(new)
    let expected = try folder.tree("out")
    for count in 0... {
      try FileManager.default.removeItem(atPath: folder.path("out"))
      try write(old)
      let before = try folder.tree("out")
      let interrupted = InterruptedFileSystem(afterChanges: count)
      do {
        try write(new, interrupted)
      } catch let error as DiagnosticError {
        #expect(error.diagnostics.map(\.code) == ["output-failure"])
      }
      if interrupted.isUnharmed {
        #expect(count > 10)
        break
      }
      if !folder.exists("out/.herald-journal.json") {
        let after = try folder.tree("out").filter { !$0.key.hasPrefix(".herald-staging") }
        #expect(after == before || after == expected, "after \(count) changes")
      }
      try write(new)
      #expect(try folder.tree("out") == expected, "after \(count) changes")
    }
  }

  @Test func aRecoveryKilledAtAnyMomentIsCompletedByTheNext() throws {
    let third = ["A.swift": "a3", "New/D.swift": "d3", "Gone/B.swift": "b3"]
    try write(third)
    let expected = try folder.tree("out")
    for first in 6..<12 {
      for second in 0..<16 {
        try FileManager.default.removeItem(atPath: folder.path("out"))
        try write(old)
        try attempt { try write(new, InterruptedFileSystem(afterChanges: first)) }
        try attempt { try write(third, InterruptedFileSystem(afterChanges: second)) }
        try write(third)
        #expect(try folder.tree("out") == expected, "after \(first) and \(second) changes")
      }
    }
  }

  @Test func aFirstRunThatIsKilledLeavesNoForeignFiles() throws {
    for count in 0..<12 {
      let name = "first-\(count)"
      try attempt { try write(new, InterruptedFileSystem(afterChanges: count), name: name) }
      try write(new, name: name)
      #expect(try folder.tree(name).count == 4)
    }
  }

  @Test func aFullDiskLeavesTheOldTreeAndNothingElse() throws {
    try write(old)
    let before = try folder.tree("out")
    let output = OutputFolder(folder.path("out"), fileSystem: FullDisk())
    let error = try #require(throws: DiagnosticError.self) {
      try OutputWriter(output).write(files(new, output), force: false)
    }
    #expect(error.diagnostics.first?.message.contains("No space left on device") == true)
    #expect(error.diagnostics.first?.location?.file.path == output.path)
    #expect(try folder.tree("out") == before)
    #expect(!folder.exists("out/.herald-staging"))
  }

  @Test func aFullDiskLeavesNoNewFolders() throws {
    let output = OutputFolder(folder.path("a/b/out"), fileSystem: FullDisk())
    #expect(throws: DiagnosticError.self) { try OutputWriter(output).write(files(new, output), force: false) }
    #expect(!folder.exists("a"))
  }

  @Test func linksOutOfTheFolderAreNotFollowed() throws {
    try folder.write("theirs", to: "elsewhere/C.swift")
    try write(["A.swift": "a"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/Sources"),
      withDestinationPath: "../elsewhere"
    )
    let problem = try problem { try write(old, force: true) }
    #expect(problem?.code == "blocked-path")
    #expect(problem?.message.contains("symbolic link") == true)
    #expect(try folder.read("elsewhere/C.swift") == "theirs")
  }

  @Test func aLinkInPlaceOfAFormerFolderDeletesNothingElsewhere() throws {
    try write(old)
    try FileManager.default.removeItem(atPath: folder.path("out/Gone"))
    try folder.write("b", to: "elsewhere/B.swift")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/Gone"),
      withDestinationPath: "../elsewhere"
    )
    #expect(try problem { try write(new) }?.code == "blocked-path")
    #expect(folder.exists("elsewhere/B.swift"))
  }

  @Test func theStagingFolderIsNoLink() throws {
    try folder.write("theirs", to: "elsewhere/file")
    try write(old)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/.herald-staging"),
      withDestinationPath: "../elsewhere"
    )
    #expect(try problem { try write(new) }?.code == "output-failure")
    #expect(folder.exists("elsewhere/file"))
  }

  @Test func theOutputFolderItselfMayBeALink() throws {
    try FileManager.default.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: folder.path("out"), withDestinationPath: "real")
    try write(old)
    try write(new)
    #expect(folder.exists("real/New/D.swift"))
  }

  @Test(arguments: ["../elsewhere/x", "/etc/passwd", "a/../../x", "a\\u0000b"])
  func pathsOfATamperedManifestAreRefused(path: String) throws {
    try folder.write("x", to: "elsewhere/x")
    try folder.write(
      #"{"files": {"A.swift": "af63dc4c8601ec8c", "\#(path)": "af63dc4c8601ec8c"}}"#,
      to: "out/.herald-manifest.json"
    )
    let problem = try problem { try write(new) }
    #expect(problem?.code == "unsafe-path")
    #expect(problem?.location?.line == 1)
    #expect(folder.exists("elsewhere/x"))
  }

  @Test(arguments: ["", "{", "[]", #"{"files": []}"#, #"{"files": {"A.swift": 1}}"#, "<<<<<<< HEAD\n"])
  func aManifestThatCannotBeReadStopsTheRun(text: String) throws {
    try folder.write(text, to: "out/.herald-manifest.json")
    let problem = try problem { try write(new, force: true) }
    #expect(problem?.location?.file.path == folder.path("out/.herald-manifest.json"))
    #expect(problem?.advice?.contains("--force") == true)
  }

  private func files(_ files: [String: String], _ output: OutputFolder) throws -> OutputFileSet {
    try OutputFileSet(
      files.map { GeneratedFile(path: $0.key, contents: Array($0.value.utf8)) },
      folder: output.path
    )
  }

  private func write(
    _ files: [String: String],
    _ fileSystem: any FileSystem = DiskFileSystem(),
    name: String = "out",
    force: Bool = false
  ) throws {
    let output = OutputFolder(folder.path(name), fileSystem: fileSystem)
    _ = try OutputWriter(output).write(self.files(files, output), force: force)
  }

  /// Runs something that may be interrupted.
  private func attempt(_ operation: () throws -> Void) throws {
    do {
      try operation()
    } catch is DiagnosticError {}
  }

  private func problem(_ operation: () throws -> Void) throws -> Diagnostic? {
    do {
      try operation()
      return nil
    } catch let error as DiagnosticError {
      return error.diagnostics.first
    }
  }
}

/// A disk that has room for the names of files, and none for their content.
private struct FullDisk: FileSystem {
  private let disk = DiskFileSystem()

  func kind(of path: String) throws(FileSystemFailure) -> FileKind? { try disk.kind(of: path) }
  func contents(of path: String) throws(FileSystemFailure) -> [UInt8] { try disk.contents(of: path) }
  func entries(of folder: String) throws(FileSystemFailure) -> [String] { try disk.entries(of: folder) }
  func canonicalPath(of path: String) -> String? { disk.canonicalPath(of: path) }
  func isWritable(_ folder: String) -> Bool { disk.isWritable(folder) }
  func createFolder(_ path: String) throws(FileSystemFailure) { try disk.createFolder(path) }
  func write(_ bytes: [UInt8], to path: String) throws(FileSystemFailure) {
    try disk.write([], to: path)
    throw FileSystemFailure(operation: "write", path: path, reason: "No space left on device")
  }
  func rename(_ path: String, to target: String) throws(FileSystemFailure) {
    try disk.rename(path, to: target)
  }
  func removeFile(_ path: String) throws(FileSystemFailure) { try disk.removeFile(path) }
  func removeFolder(_ path: String) throws(FileSystemFailure) { try disk.removeFolder(path) }
}
