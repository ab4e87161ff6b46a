#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Keeps two runs from writing into one folder at the same time: the second waits for the first.
///
/// The lock is on the folder itself, leaves no file behind, and ends with the process.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for the lock. Where a file system knows no locks, it is as if there was no other run.
  init(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
