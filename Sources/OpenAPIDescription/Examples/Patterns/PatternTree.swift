/// A regular expression, parsed.
indirect enum PatternTree {
  case empty
  case scalars(PatternClass)
  case assertion(PatternAssertion)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  case repetition(PatternTree, least: Int, most: Int?)
}
