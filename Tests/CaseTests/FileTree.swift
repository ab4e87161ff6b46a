import Foundation

/// The files below a folder with their contents, by relative path.
struct FileTree: Equatable {
  var files: [String: [UInt8]]

  init(_ files: [String: [UInt8]] = [:]) {
    self.files = files
  }

  /// Reads a folder; one that does not exist has no files.
  init(_ folder: String) throws {
    files = [:]
    guard FileManager.default.fileExists(atPath: folder) else { return }
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let file = folder + "/" + path
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = [UInt8](try Data(contentsOf: URL(filePath: file)))
    }
  }

  /// Makes a folder hold these files and no others; without files there is no folder.
  func write(to folder: String) throws {
    guard try FileTree(folder) != self else { return }
    if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
    for path in files.keys { try replaceFile(path, in: folder) }
  }

  /// Makes one file of a folder what it is here, or removes it.
  func replaceFile(_ path: String, in folder: String) throws {
    let file = URL(filePath: folder + "/" + path)
    guard let contents = files[path] else {
      if FileManager.default.fileExists(atPath: file.path()) { try FileManager.default.removeItem(at: file) }
      return
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(contents).write(to: file)
  }

  /// The first place at which this tree is not the other one, in words; nil when they are the same.
  func firstDifference(from expected: FileTree) -> String? {
    for path in Set(files.keys).union(expected.files.keys).sorted() {
      switch (files[path], expected.files[path]) {
      case (nil, _): return "\(path) is missing"
      case (_, nil): return "\(path) is not expected"
      case (let actual?, let wanted?):
        if let difference = TextDifference(
          String(decoding: actual, as: UTF8.self),
          String(decoding: wanted, as: UTF8.self)
        ) {
          return "\(path):\(difference)"
        }
        if actual != wanted { return "\(path) differs in bytes that are not UTF-8" }
      }
    }
    return nil
  }
}
