nonisolated extension TextPattern {
  /// A place in the text that a pattern asks for without consuming any of it.
  nonisolated enum Assertion {
    case start
    case end
    case wordBoundary
    case noWordBoundary
  }
}
