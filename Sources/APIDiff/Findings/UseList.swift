/// The places where an edit has an effect, as positions in a list that all findings share: a common schema is
/// used in thousands of places, by thousands of edits.
public struct UseList: Sendable {
  /// All uses of a comparison.
  public final class Table: Sendable {
    public let uses: [Use]

    init(_ uses: [Use]) {
      self.uses = uses
    }
  }

  public let table: Table
  /// Positions in the table, ascending.
  public let positions: [Int]

  init(_ table: Table, _ positions: [Int]) {
    self.table = table
    self.positions = positions
  }
}

extension UseList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { positions.count }

  public subscript(index: Int) -> Use { table.uses[positions[index]] }
}

extension UseList: Hashable {
  public static func == (left: UseList, right: UseList) -> Bool {
    left.table === right.table && left.positions == right.positions
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(positions)
  }
}
