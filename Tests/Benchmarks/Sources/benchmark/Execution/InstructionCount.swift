import Foundation

/// Counts instructions with valgrind, which gives the same number on a busy machine.
enum InstructionCount {
  /// The instructions that a command executes, in the order that a fixed seed gives to dictionaries.
  ///
  /// - Throws: When there is no valgrind, since a check that counts nothing must not pass.
  static func of(_ arguments: [String], in folder: String) throws -> Int {
    guard try Execution.run(["sh", "-c", "command -v valgrind"], in: folder).exitCode == 0 else {
      throw BenchmarkFailure("instructions cannot be counted: there is no valgrind")
    }
    let tool = [
      "env", "SWIFT_DETERMINISTIC_HASHING=1", "valgrind", "--tool=callgrind",
      "--callgrind-out-file=/dev/null",
    ]
    let execution = try Execution.succeeding(tool + arguments, in: folder)
    for line in execution.errors.split(separator: "\n") where line.contains("Collected :") {
      if let count = line.split(separator: " ").last.flatMap({ Int($0) }) { return count }
    }
    throw BenchmarkFailure("valgrind printed no count of instructions")
  }
}
