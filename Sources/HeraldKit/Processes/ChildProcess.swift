#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What another program said and how it ended.
///
/// Started by the system's means rather than Foundation's, which takes longer to load than many a run takes.
struct ChildProcess {
  var output: [UInt8]
  var errors: String
  /// What the program exited with; negative for the signal that ended it.
  var exitCode: Int32

  /// Runs a program to its end, without input.
  ///
  /// - Parameters:
  ///   - program: Its name, looked up in `PATH`.
  ///   - outputLimit: The number of bytes of output at which the program is stopped.
  /// - Throws: When the program cannot be started.
  static func run(
    _ program: String,
    _ arguments: [String],
    outputLimit: Int = .max
  ) throws(ChildProcessFailure) -> ChildProcess {
    let (output, errors) = (try Channel(), try Channel())
    let identifier = try start(program, arguments, output, errors)
    output.closeWriting()
    errors.closeWriting()
    var texts: (output: [UInt8], errors: [UInt8]) = ([], [])
    var isStopped = false
    while output.isOpen || errors.isOpen {
      // A descriptor below zero is passed over.
      var events = [output.event, errors.event]
      guard poll(&events, 2, -1) >= 0 || errno == EINTR else { break }
      if events[0].revents != 0 { output.read(into: &texts.output) }
      if events[1].revents != 0 { errors.read(into: &texts.errors) }
      if texts.output.count > outputLimit, !isStopped {
        isStopped = true
        kill(identifier, SIGKILL)
      }
    }
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return ChildProcess(
      output: texts.output,
      errors: String(decoding: texts.errors, as: UTF8.self),
      exitCode: signal == 0 ? (status >> 8) & 0xFF : -signal
    )
  }

  private static func start(
    _ program: String,
    _ arguments: [String],
    _ output: Channel,
    _ errors: Channel
  ) throws(ChildProcessFailure) -> pid_t {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var identifier = pid_t()
    let code = posix_spawnp(&identifier, program, &actions, nil, &words, environ)
    guard code == 0 else { throw ChildProcessFailure(reason: String(cString: strerror(code))) }
    return identifier
  }
}

/// Why a program cannot be started, in the system's words.
struct ChildProcessFailure: Error {
  let reason: String
}

/// A pipe that a child writes into.
private final class Channel {
  private var reading: Int32
  private(set) var writing: Int32

  init() throws(ChildProcessFailure) {
    var descriptors: [Int32] = [-1, -1]
    guard pipe(&descriptors) == 0 else { throw ChildProcessFailure(reason: String(cString: strerror(errno))) }
    (reading, writing) = (descriptors[0], descriptors[1])
    // The child has copies under other numbers.
    for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeWriting()
    closeReading()
  }

  var isOpen: Bool { reading >= 0 }
  var event: pollfd { pollfd(fd: reading, events: Int16(POLLIN), revents: 0) }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  private func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  /// Takes what is there; closes the channel at its end.
  func read(into bytes: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = readDescriptor(reading, &buffer, buffer.count)
    if count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    } else if count == 0 || errno != EINTR {
      closeReading()
    }
  }
}

/// `read(2)`, under a name that the method above does not hide.
private func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
