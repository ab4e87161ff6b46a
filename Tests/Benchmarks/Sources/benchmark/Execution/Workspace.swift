import Foundation

/// The repository and a folder for what the benchmarks make.
struct Workspace {
  /// The repository's root.
  let root: String
  /// Deleted before each run.
  let scratch: String

  init() throws {
    root =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../../..")
      .standardizedFileURL.path
    scratch = root + "/Tests/Benchmarks/.build/scratch"
    if FileManager.default.fileExists(atPath: scratch) { try FileManager.default.removeItem(atPath: scratch) }
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
  }

  /// The tool, built for release.
  func herald() throws -> String {
    let build = ["swift", "build", "--configuration", "release", "--product", "herald"]
    _ = try Execution.succeeding(build, in: root)
    let folder = try Execution.succeeding(build + ["--show-bin-path"], in: root).output
    return folder.trimmingCharacters(in: .whitespacesAndNewlines) + "/herald"
  }

  func folder(_ name: String) throws -> String {
    let path = scratch + "/" + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The bytes of the files under a folder that end in one of the suffixes.
  func bytes(under folder: String, suffixes: [String]) throws -> Int {
    var sum = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where suffixes.contains(where: path.hasSuffix) {
      sum += try FileManager.default.attributesOfItem(atPath: folder + "/" + path)[.size] as? Int ?? 0
    }
    return sum
  }

  /// A description of the size that examples have, with its name.
  var petstore: (name: String, path: String) {
    ("petstore", root + "/Tests/Benchmarks/Descriptions/petstore.yaml")
  }

  /// The large descriptions of a corpus that compile times are compared by, with their names.
  static func large(of corpus: String) throws -> [(name: String, path: String)] {
    let corpus = URL(fileURLWithPath: corpus).path
    let folder = corpus + "/omicron/openapi/nexus"
    let versions = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasPrefix("nexus-2") && $0.hasSuffix(".json")
    }
    guard let newest = versions.max() else { throw BenchmarkFailure("\(folder) holds no description") }
    return [("Nexus", folder + "/" + newest), ("Box", corpus + "/box/openapi.json")]
  }
}
