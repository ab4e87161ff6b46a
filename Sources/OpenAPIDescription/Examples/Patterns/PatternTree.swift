/// A regular expression, parsed.
indirect enum PatternTree {
  case empty
  case scalars(PatternClass)
  case assertion(PatternAssertion)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  case repetition(PatternTree, least: Int, most: Int?)
}

/// A place in the text that a pattern asks for without consuming any of it.
enum PatternAssertion {
  case start
  case end
  case wordBoundary
  case noWordBoundary
}
