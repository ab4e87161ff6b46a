nonisolated extension TextPattern {
  /// A regular expression, parsed.
  nonisolated indirect enum Tree {
    case empty
    case scalars(Class)
    case assertion(Assertion)
    case sequence([Tree])
    case alternatives([Tree])
    case repetition(Tree, least: Int, most: Int?)
  }
}
