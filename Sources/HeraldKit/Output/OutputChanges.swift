/// What a run did to the output folder, as paths relative to it, each list sorted.
public struct OutputChanges: Sendable, Hashable {
  public var created: [String] = []
  public var replaced: [String] = []
  public var deleted: [String] = []
  public var unchanged: [String] = []

  public init() {}

  /// How many files were created, replaced or deleted.
  public var count: Int { created.count + replaced.count + deleted.count }
}
