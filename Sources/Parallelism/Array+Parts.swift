extension Array {
  /// The elements in order, in parts of a length, of which only the last may be shorter.
  package func parts(of length: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
  }
}
