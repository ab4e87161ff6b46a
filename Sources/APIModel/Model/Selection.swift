/// Which operations of a description are generated.
public struct Selection: Sendable, Hashable {
  /// Tags, paths and operations that a filter names.
  public struct Filter: Sendable, Hashable {
    public var tags: [String]
    /// Path templates, exact or as a prefix with a trailing `*`.
    public var paths: [String]
    /// Operation ids.
    public var operations: [String]

    public init(tags: [String] = [], paths: [String] = [], operations: [String] = []) {
      self.tags = tags
      self.paths = paths
      self.operations = operations
    }

    func matches(tags operationTags: [String], path: String, operation: String?) -> Bool {
      operationTags.contains { tags.contains($0) }
        || operation.map { operations.contains($0) } ?? false
        || paths.contains { pattern in
          pattern.hasSuffix("*") ? path.hasPrefix(pattern.dropLast()) : path == pattern
        }
    }
  }

  /// Only what it matches is generated; nil means everything.
  public var include: Filter?
  /// What it matches is left out, also when `include` matches it.
  public var exclude: Filter?

  public init(include: Filter? = nil, exclude: Filter? = nil) {
    self.include = include
    self.exclude = exclude
  }

  /// Whether everything is generated.
  public var isEverything: Bool { include == nil && exclude == nil }

  /// Whether an operation is generated.
  public func selects(tags: [String], path: String, operation: String?) -> Bool {
    if let exclude, exclude.matches(tags: tags, path: path, operation: operation) { return false }
    guard let include else { return true }
    return include.matches(tags: tags, path: path, operation: operation)
  }
}
