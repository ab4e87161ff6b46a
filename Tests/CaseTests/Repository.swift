import Foundation

/// The repository that the tests stand in.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  /// Whether checked-in files are to be rewritten instead of compared (`make cases`).
  static let isRecording = ProcessInfo.processInfo.environment["HERALD_RECORD"] == "1"

  static func path(_ name: String) -> String { root + name }

  static func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  static func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }
}
