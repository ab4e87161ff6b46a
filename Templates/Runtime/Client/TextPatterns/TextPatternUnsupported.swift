nonisolated extension TextPattern {
  /// Thrown at a pattern that is no regular expression, or one beyond what is understood here.
  nonisolated struct Unsupported: Error {}
}
