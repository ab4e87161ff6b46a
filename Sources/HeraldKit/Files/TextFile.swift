/// A text that is written where the user wants it.
public enum TextFile {
  /// Writes a new file or replaces the content of an old one.
  ///
  /// - Returns: Why it cannot be written, in the system's words; nil when it was.
  public static func write(_ text: String, to path: String) -> String? {
    do {
      try DiskFileSystem().write(Array(text.utf8), to: path)
      return nil
    } catch {
      return error.reason
    }
  }
}
