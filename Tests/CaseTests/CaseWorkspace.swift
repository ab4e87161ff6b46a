import Foundation

/// A copy of a case in a folder of its own, in which generation may write.
final class CaseWorkspace: Sendable {
  let path: String
  /// Where packages go unless the case says otherwise.
  var output: String { path + "/Generated" }

  init(_ testCase: Case) throws {
    let settings = try testCase.settings()
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "herald-case-\(UUID().uuidString)")
    path = url.path(percentEncoded: false)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let expectations: Set<String> = ["expected", "diagnostics.txt", "case.yaml"]
    for name in try FileManager.default.contentsOfDirectory(atPath: testCase.path)
    where !expectations.contains(name) {
      let target = name == settings.output ? output : path + "/" + name
      try FileManager.default.copyItem(atPath: testCase.path + "/" + name, toPath: target)
    }
    for folder in settings.folders {
      try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
    }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("cannot remove \(path): \(error)")
    }
  }
}
