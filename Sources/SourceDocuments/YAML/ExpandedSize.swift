/// How large a value is once every alias in it is replaced by what it stands for.
///
/// Aliases cost this package nothing, for they share what they repeat. They cost whoever walks the tree.
struct ExpandedSize {
  /// The most that all aliases of a document may add.
  static let maximumAliasCost = 4_000_000

  /// The work that visiting every value takes: one for each value and one more for every 32 bytes of text.
  var cost: Int
  /// Levels of objects and arrays; 0 for a scalar.
  var height: Int

  static let emptyContainer = ExpandedSize(cost: 1, height: 1)

  static func scalar(textLength: Int) -> ExpandedSize {
    ExpandedSize(cost: 1 + textLength / 32, height: 0)
  }

  /// Adds a value that stands directly in this one.
  mutating func contain(_ child: ExpandedSize) {
    cost += child.cost
    height = max(height, child.height + 1)
  }
}
