import Foundation

/// A program that ran to its end.
struct ChildProcess {
  let exitCode: Int
  let output: String
  let errors: String

  /// Runs a program, found through `PATH` unless a path is given.
  init(
    _ program: String,
    _ arguments: [String],
    in folder: String? = nil,
    environment: [String: String] = [:]
  ) async throws {
    let process = Process()
    process.executableURL = URL(filePath: program.contains("/") ? program : "/usr/bin/env")
    process.arguments = program.contains("/") ? arguments : [program] + arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let captured = try (output: CapturedStream(), errors: CapturedStream())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = captured.output.handle
    process.standardError = captured.errors.handle
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    exitCode = Int(process.terminationStatus)
    output = try captured.output.text()
    errors = try captured.errors.text()
  }
}

/// A file that takes what a process prints: unlike a pipe it is never full.
private final class CapturedStream {
  let handle: FileHandle
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "herald-output-\(UUID().uuidString)")
    try Data().write(to: url)
    handle = try FileHandle(forUpdating: url)
  }

  func text() throws -> String {
    try handle.seek(toOffset: 0)
    let data = try handle.readToEnd() ?? Data()
    try handle.close()
    try FileManager.default.removeItem(at: url)
    return String(decoding: data, as: UTF8.self)
  }
}
