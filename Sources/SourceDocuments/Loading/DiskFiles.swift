#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Files on disk. Relative paths start at the working directory.
public struct DiskFiles: FileReading {
  private static let chunkSize = 1 << 16

  public init() {}

  /// Reads regular files, and pipes to their end. Files over 1 GiB are refused.
  public func read(_ path: String) throws(FileReadingFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
    guard status.st_size <= DocumentLimits.bytes else { throw Self.tooLarge }

    // The size is a hint: it is 0 for pipes, and a file may grow meanwhile.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    while true {
      let count = chunk.withUnsafeMutableBytes { readDescriptor(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw Self.failure(errno)
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= DocumentLimits.bytes else { throw Self.tooLarge }
    }
  }

  public func canonicalPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static let tooLarge = FileReadingFailure.unreadable("it is larger than 1 GiB")

  private static func failure(_ code: Int32) -> FileReadingFailure {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isDirectory
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}

/// `read(2)`, under a name that the method above does not hide.
private func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
