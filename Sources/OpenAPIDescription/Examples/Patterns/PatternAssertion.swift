/// A place in the text that a pattern asks for without consuming any of it.
enum PatternAssertion {
  case start
  case end
  case wordBoundary
  case noWordBoundary
}
