import Accounting

/// A balance as a table: a line for each kind of construct that the description has.
struct BalanceTable {
  let balance: Balance

  init(_ balance: Balance) {
    self.balance = balance
  }

  var lines: [String] {
    let rows = balance.rows.filter { $0.found + $0.unused > 0 }
    let cells =
      [["", "found", "generated", "warned", "lost", "unused"]]
      + rows.map { row in
        [row.kind.plural] + [row.found, row.generated, row.warned, row.lost, row.unused].map(String.init)
      }
    let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      row.enumerated().map { column, text in
        let padding = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + padding : padding + text
      }
      .joined(separator: "  ")
    }
  }
}

extension Construct.Kind {
  fileprivate var plural: String {
    switch self {
    case .property: "properties"
    default: rawValue + "s"
    }
  }
}
