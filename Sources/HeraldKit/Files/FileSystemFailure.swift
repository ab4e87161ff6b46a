/// What the operating system refused to do, in its own words.
struct FileSystemFailure: Error, Sendable, Hashable {
  /// What was attempted, such as `write`.
  var operation: String
  var path: String
  /// The system's reason, such as `No space left on device`.
  var reason: String
}
