import SourceDocuments

/// What several steps of writing can run into.
extension Diagnostic {
  /// The file system refused an operation.
  static func outputFailure(_ failure: FileSystemFailure) -> Diagnostic {
    Diagnostic(
      .error,
      code: "output-failure",
      "cannot \(failure.operation) this: \(failure.reason)",
      at: .start(of: failure.path)
    )
  }

  /// Something stands where a file must go and cannot be replaced.
  static func blockedPath(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "blocked-path",
      "nothing can be generated here: \(reason)",
      at: .start(of: path),
      advice: "move it out of the way, or choose another output folder"
    )
  }
}
