import Foundation
import Testing

/// A folder of `Tests/Pairs`: one API, described several times.
///
/// Every file in it is a description, and so is `openapi.yaml` in each folder inside it.
struct Pair: Sendable, CustomTestStringConvertible {
  static let folder = Repository.path("Tests/Pairs/")

  let name: String

  var testDescription: String { name }

  static let all: [Pair] = {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
        .sorted()
        .map(Pair.init)
    } catch {
      Issue.record("the folder of pairs cannot be listed: \(error)")
      return []
    }
  }()

  /// The paths of the descriptions, relative to the pair.
  func descriptions() throws -> [String] {
    let path = Self.folder + name
    return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
      .map { entry in
        FileManager.default.fileExists(atPath: "\(path)/\(entry)/openapi.yaml")
          ? entry + "/openapi.yaml" : entry
      }
  }

  /// The Swift files that one of the descriptions gives.
  func generate(_ description: String) throws -> FileTree {
    let output = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "herald-pair-\(UUID().uuidString)").path(percentEncoded: false)
    let run = try CaseRun(
      [description, "--output", output, "--module", "Sample"],
      in: Self.folder + name
    )
    #expect(run.exitCode == 0, "\(run.diagnostics)")
    guard run.exitCode == 0 else { return FileTree() }
    let tree = try FileTree(output)
    try FileManager.default.removeItem(atPath: output)
    return FileTree(tree.files.filter { $0.key.hasSuffix(".swift") })
  }
}

/// The same API gives the same Swift, in whichever format and version it is described, and in however many
/// files.
struct PairTests {
  @Test(.serialized, arguments: Pair.all)
  func everyDescriptionGivesTheSameSwift(pair: Pair) throws {
    let descriptions = try pair.descriptions()
    try #require(descriptions.count >= 2)
    let expected = try pair.generate(descriptions[0])
    #expect(!expected.files.isEmpty)
    for description in descriptions.dropFirst() {
      if let difference = try pair.generate(description).firstDifference(from: expected) {
        Issue.record("Tests/Pairs/\(pair.name): \(description) gives other files: \(difference)")
      }
    }
  }

  @Test func thereArePairs() {
    #expect(Pair.all.count >= 1)
  }
}
