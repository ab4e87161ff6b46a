import Synchronization

@testable import HeraldKit

/// Lets some changes happen and then none any more, as if the process had been killed or the disk were full.
final class InterruptedFileSystem: FileSystem {
  private let disk = DiskFileSystem()
  private let remaining: Mutex<Int>

  init(afterChanges count: Int) {
    remaining = Mutex(count)
  }

  /// Whether all changes that were asked for could happen.
  var isUnharmed: Bool { remaining.withLock { $0 >= 0 } }

  private func change(_ path: String) throws(FileSystemFailure) {
    let isAllowed = remaining.withLock { remaining in
      remaining -= 1
      return remaining >= 0
    }
    if !isAllowed {
      throw FileSystemFailure(operation: "write", path: path, reason: "No space left on device")
    }
  }

  func kind(of path: String) throws(FileSystemFailure) -> FileKind? { try disk.kind(of: path) }
  func contents(of path: String) throws(FileSystemFailure) -> [UInt8] { try disk.contents(of: path) }
  func entries(of folder: String) throws(FileSystemFailure) -> [String] { try disk.entries(of: folder) }
  func canonicalPath(of path: String) -> String? { disk.canonicalPath(of: path) }
  func isWritable(_ folder: String) -> Bool { disk.isWritable(folder) }

  func createFolder(_ path: String) throws(FileSystemFailure) {
    try change(path)
    try disk.createFolder(path)
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileSystemFailure) {
    // What is cut off in the middle of a file is the worst case.
    do {
      try change(path)
    } catch {
      try disk.write(Array(bytes.prefix(bytes.count / 2)), to: path)
      throw error
    }
    try disk.write(bytes, to: path)
  }

  func rename(_ path: String, to target: String) throws(FileSystemFailure) {
    try change(path)
    try disk.rename(path, to: target)
  }

  func removeFile(_ path: String) throws(FileSystemFailure) {
    try change(path)
    try disk.removeFile(path)
  }

  func removeFolder(_ path: String) throws(FileSystemFailure) {
    try change(path)
    try disk.removeFolder(path)
  }
}
