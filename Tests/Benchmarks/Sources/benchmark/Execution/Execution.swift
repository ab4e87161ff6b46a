import Foundation

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What it took to run a command, its child processes included.
struct Execution {
  /// From start to end, in seconds.
  var wallSeconds: Double
  /// Time on all cores, in seconds.
  var userSeconds: Double
  var systemSeconds: Double
  /// The largest resident size of any one process, in bytes.
  var peakBytes: Int
  var exitCode: Int32
  var output: String
  var errors: String

  var cpuSeconds: Double { userSeconds + systemSeconds }

  /// Runs a command to its end.
  ///
  /// - Parameters:
  ///   - arguments: The program, looked up in `PATH`, and its arguments.
  ///   - folder: The working directory.
  /// - Throws: When the command cannot be started.
  static func run(_ arguments: [String], in folder: String) throws -> Execution {
    let files = try (ScratchFile(), ScratchFile())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files.0.path, O_WRONLY | O_TRUNC, 0)
    posix_spawn_file_actions_addopen(&actions, 2, files.1.path, O_WRONLY | O_TRUNC, 0)
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw BenchmarkFailure("the folder \(folder) cannot be entered")
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    let code = posix_spawnp(&child, arguments[0], &actions, nil, &pointers, environ)
    guard code == 0 else { throw BenchmarkFailure("\(arguments[0]): \(String(cString: strerror(code)))") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkFailure("\(arguments[0]) cannot be waited for") }
    }
    let wall = clock.now - start
    return Execution(
      wallSeconds: wall.seconds,
      userSeconds: usage.ru_utime.seconds,
      systemSeconds: usage.ru_stime.seconds,
      peakBytes: peakBytes(usage),
      exitCode: status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f),
      output: try files.0.text(),
      errors: try files.1.text()
    )
  }

  /// Runs a command that has to end well.
  static func succeeding(_ arguments: [String], in folder: String) throws -> Execution {
    let execution = try run(arguments, in: folder)
    guard execution.exitCode == 0 else {
      let text = (execution.errors + execution.output).suffix(2000)
      throw BenchmarkFailure("\(arguments.joined(separator: " ")) ended with \(execution.exitCode):\n\(text)")
    }
    return execution
  }

  private static func peakBytes(_ usage: rusage) -> Int {
    #if canImport(Darwin)
    usage.ru_maxrss
    #else
    usage.ru_maxrss * 1024
    #endif
  }
}

/// Why a benchmark cannot be run.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A file that is deleted with the value that stands for it.
private final class ScratchFile {
  let path: String

  init() throws {
    var template = Array((NSTemporaryDirectory() + "benchmark.XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw BenchmarkFailure("no temporary file can be made") }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func text() throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  deinit { unlink(path) }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
