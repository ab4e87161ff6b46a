#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The file system of this machine.
struct DiskFileSystem: FileSystem {
  func kind(of path: String) throws(FileSystemFailure) -> FileKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("look at", path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  func contents(of path: String) throws(FileSystemFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }

    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { readDescriptor(descriptor, $0, from: filled) }
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failure("read", path)
      }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// What is piped into the process, to its end.
  func standardInput() throws(FileSystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { readDescriptor(STDIN_FILENO, $0, from: 0) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: buffer[..<count])
      } else if errno != EINTR {
        throw failure("read", "-")
      }
    }
  }

  func entries(of folder: String) throws(FileSystemFailure) -> [String] {
    guard let stream = opendir(folder) else { throw failure("list", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func canonicalPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  func isWritable(_ folder: String) -> Bool {
    access(folder, W_OK | X_OK) == 0
  }

  func createFolder(_ path: String) throws(FileSystemFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure("create", path) }
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileSystemFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure("write", path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { writeDescriptor(descriptor, $0, from: written) }
      if count < 0 {
        if errno == EINTR { continue }
        let failure = failure("write", path)
        close(descriptor)
        throw failure
      }
      written += count
    }
    // Some file systems report a full disk only here.
    guard close(descriptor) == 0 else { throw failure("write", path) }
  }

  func rename(_ path: String, to target: String) throws(FileSystemFailure) {
    guard renamePath(path, target) == 0 else { throw failure("replace", target) }
  }

  func removeFile(_ path: String) throws(FileSystemFailure) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("delete", path) }
  }

  func removeFolder(_ path: String) throws(FileSystemFailure) {
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure("delete", path) }
  }

  private func failure(_ operation: String, _ path: String) -> FileSystemFailure {
    FileSystemFailure(operation: operation, path: path, reason: String(cString: strerror(errno)))
  }
}

// The system's functions under names that the methods above do not hide.

private func readDescriptor(
  _ descriptor: Int32,
  _ buffer: UnsafeMutableRawBufferPointer,
  from start: Int
) -> Int {
  let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
  return read(descriptor, rest.baseAddress, rest.count)
}

private func writeDescriptor(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from start: Int) -> Int {
  let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
  return write(descriptor, rest.baseAddress, rest.count)
}

private func renamePath(_ path: String, _ target: String) -> Int32 {
  rename(path, target)
}
