import SourceDocuments

extension SourceLocation {
  /// The beginning of a file or folder whose content does not matter to the reader.
  static func start(of path: String) -> SourceLocation {
    SourceLocation(file: SourceFile(path: path, bytes: []), offset: 0, length: 0)
  }
}
