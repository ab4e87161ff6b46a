/// Which members of an object were null, for a model that shows null and absence alike as nil.
///
/// With it, what was read is written as it was: a member that was null is null again, and one that was absent stays away.
public nonisolated struct FieldNulls: Hashable, Sendable {
  let names: [String]

  /// No member was null.
  public init() {
    names = []
  }

  init(_ names: [String]) {
    self.names = names.sorted()
  }
}
