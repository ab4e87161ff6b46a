import SourceDocuments

/// Finds configuration files and what they leave unsaid.
struct ConfigurationFile {
  /// Names that are looked for, in this order.
  static let names = ["herald.yaml", "herald.yml", "herald.json"]
  /// Names of descriptions that need not be configured, in this order.
  static let descriptionNames = ["openapi.json", "openapi.yaml", "openapi.yml"]

  private let files: any FileSystem

  init(files: any FileSystem = DiskFileSystem()) {
    self.files = files
  }

  /// The first of several files that is there, in a folder; nil when none is.
  ///
  /// - Parameter folder: Empty, or ending with a slash.
  func first(of names: [String], in folder: String) -> String? {
    names.lazy.map { folder + $0 }.first { files.canonicalPath(of: $0) != nil }
  }

  /// Whether two paths lead to the same file.
  func areSame(_ left: String, _ right: String) -> Bool {
    guard let leftPath = files.canonicalPath(of: left) else { return left == right }
    return leftPath == files.canonicalPath(of: right)
  }
}
