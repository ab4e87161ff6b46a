import Foundation
import SourceDocuments
import Testing

/// A folder of `Tests/Cases`: a description, what generation makes of it, and what it says about it.
///
/// - `openapi.json` or `openapi.yaml`, and `herald.yaml` if there are options: the input.
/// - `expected/`: the generated files, except those that are the same everywhere.
/// - `diagnostics.txt`: what is printed to standard error; no file when that is nothing.
/// - `case.yaml`: what else there is to know; see ``CaseSettings``.
struct Case: Sendable, CustomTestStringConvertible {
  static let folder = Repository.path("Tests/Cases/")
  /// The case whose `Package.swift` and `README.md` are compared, too.
  private static let wholePackage = "whole-package"

  let name: String

  var testDescription: String { name }
  var path: String { Self.folder + name }
  var comparesPackage: Bool { name == Self.wholePackage }

  /// Every case, sorted by name.
  static let all: [Case] = {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
        .sorted()
        .map(Case.init)
    } catch {
      Issue.record("the folder of cases cannot be listed: \(error)")
      return []
    }
  }()

  func settings() throws -> CaseSettings {
    try CaseSettings(path: path + "/case.yaml")
  }

  /// What generation is expected to write, by path; nothing when it is expected to fail.
  func expectedFiles() throws -> FileTree {
    try FileTree(path + "/expected")
  }

  func expectedDiagnostics() throws -> String {
    let path = path + "/diagnostics.txt"
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Replaces what is expected by what happened.
  func record(files: FileTree, diagnostics: String) throws {
    try files.write(to: path + "/expected")
    try FileTree(diagnostics.isEmpty ? [:] : ["diagnostics.txt": Array(diagnostics.utf8)])
      .replaceFile("diagnostics.txt", in: path)
  }

  /// The part of an output folder that differs from case to case.
  func comparable(_ output: FileTree) -> FileTree {
    FileTree(
      output.files.filter { path, _ in
        if path == ".herald-manifest.json" || path.split(separator: "/").contains("Runtime") { return false }
        return comparesPackage || path != "Package.swift" && path != "README.md"
      }
    )
  }
}
