import SourceDocuments

/// The objects of one type that have been read, by the node they stand at.
final class ObjectCache<Value> {
  private enum Entry {
    /// It is being read further up the stack.
    case open
    case read(Value?)
  }

  private var entries: [SourceNode: Entry] = [:]

  /// The object at a node, read on first use; nil when it could not be read.
  ///
  /// An object met again while it is being read contains itself. `whenRecursive` is called then, and the
  /// inner one is left out, since values cannot be infinite.
  func value(at node: SourceNode, read: () -> Value?, whenRecursive: () -> Void) -> Value? {
    switch entries[node] {
    case .read(let value):
      return value
    case .open:
      whenRecursive()
      return nil
    case nil:
      entries[node] = .open
      let value = read()
      entries[node] = .read(value)
      return value
    }
  }
}
