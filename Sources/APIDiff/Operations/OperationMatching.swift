import OpenAPIDescription

/// Finds which operations of two descriptions are the same.
struct OperationMatching {
  private(set) var matched: [(LocatedOperation, LocatedOperation)] = []
  /// Operations with the same id under another method or path.
  private(set) var moved: [(LocatedOperation, LocatedOperation)] = []
  private(set) var removed: [LocatedOperation] = []
  private(set) var added: [LocatedOperation] = []

  init(_ base: [PathItem], _ revision: [PathItem]) {
    let old = base.flatMap { item in item.operations.map { LocatedOperation(item, $0) } }
    var rest = revision.flatMap { item in item.operations.map { LocatedOperation(item, $0) } }
    var byAddress: [String: Int] = [:]
    for (index, operation) in rest.enumerated() where byAddress[Self.key(operation)] == nil {
      byAddress[Self.key(operation)] = index
    }
    var taken: Set<Int> = []
    var unmatched: [LocatedOperation] = []
    for operation in old {
      if let index = byAddress[Self.key(operation)], taken.insert(index).inserted {
        matched.append((operation, rest[index]))
      } else {
        unmatched.append(operation)
      }
    }
    rest = rest.indices.filter { !taken.contains($0) }.map { rest[$0] }
    for operation in unmatched {
      if let id = operation.operation.operationID,
        let index = rest.firstIndex(where: { $0.operation.operationID == id })
      {
        moved.append((operation, rest.remove(at: index)))
      } else {
        removed.append(operation)
      }
    }
    added = rest
  }

  private static func key(_ operation: LocatedOperation) -> String {
    operation.operation.method + " " + operation.template.normalized
  }
}
