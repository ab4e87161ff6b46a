import SourceDocuments

/// The objects of one type that have been read, by the node they stand at.
final class ObjectCache<Value> {
  private enum Entry {
    /// It is being read further up the stack.
    case open
    case read(Value?, size: Int)
  }

  private var entries: [SourceNode: Entry] = [:]

  /// The object at a node, read on first use; nil when it could not be read.
  ///
  /// An object met again while it is being read contains itself. `whenRecursive` is called then, and the
  /// inner one is left out, since values cannot be infinite.
  func value(
    at node: SourceNode,
    in context: ReadingContext,
    read: () -> Value?,
    whenRecursive: () -> Void
  ) -> Value? {
    switch entries[node] {
    case .read(let value, let size):
      return context.admit(size, at: node) ? value : nil
    case .open:
      whenRecursive()
      return nil
    case nil:
      guard context.admit(1, at: node) else { return nil }
      let sizeBefore = context.size
      entries[node] = .open
      let value = read()
      entries[node] = .read(value, size: context.size - sizeBefore + 1)
      return value
    }
  }
}
