/// Why a file could not be read.
public enum FileReadingFailure: Error, Sendable, Hashable {
  case missing
  case isDirectory
  /// For any other reason, in the system's words.
  case unreadable(String)
}
