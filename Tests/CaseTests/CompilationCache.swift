import Foundation

@testable import HeraldKit

/// Remembers which sources compiled with which compiler and runtime, so that only what changed is compiled.
struct CompilationCache {
  private let folder = ProductsFolder.path + "/Cases/"
  private let key: String

  /// - Parameters:
  ///   - sources: What is compiled.
  ///   - surroundings: What else the result depends on: the compiler's version, its arguments, the runtime.
  init(_ sources: FileTree, surroundings: String) {
    var text = Array(surroundings.utf8)
    for (path, contents) in sources.files.sorted(by: { $0.key < $1.key }) {
      text += Array("\(path) \(contents.count)\n".utf8) + contents
    }
    key = ContentHash(of: text).text
  }

  var isKnownToCompile: Bool {
    FileManager.default.fileExists(atPath: folder + key)
  }

  /// What a compilation with errors found, by file; nil when it is not known.
  func remembered() throws -> [String: String]? {
    guard let data = FileManager.default.contents(atPath: folder + key) else { return nil }
    return data.isEmpty ? [:] : try JSONDecoder().decode([String: String].self, from: data)
  }

  func remember(_ errors: [String: String]) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try JSONEncoder().encode(errors).write(to: URL(filePath: folder + key))
  }

  func remember() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: folder + key))
  }
}
