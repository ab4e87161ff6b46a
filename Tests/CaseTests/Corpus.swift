import Foundation

/// Descriptions that are not part of this repository: those of the folder, or of the list of paths, that the environment
/// names in `HERALD_CORPUS`.
enum Corpus {
  static let path = ProcessInfo.processInfo.environment["HERALD_CORPUS"]

  /// The paths of the files that could be descriptions: by name from a folder, in its own order from a list.
  static func descriptions() throws -> [String] {
    guard let path else { return [] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in [".json", ".yaml", ".yml"].contains { name.hasSuffix($0) } }.sorted()
      .map { path + "/" + $0 }
  }
}
