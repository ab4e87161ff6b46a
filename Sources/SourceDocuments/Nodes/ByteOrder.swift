/// The lexicographic order of two byte sequences.
enum ByteOrder {
  case before
  case same
  case after

  init(of left: some Sequence<UInt8>, against right: some Sequence<UInt8>) {
    var right = right.makeIterator()
    for byte in left {
      guard let other = right.next() else {
        self = .after
        return
      }
      if byte != other {
        self = byte < other ? .before : .after
        return
      }
    }
    self = right.next() == nil ? .same : .before
  }
}
