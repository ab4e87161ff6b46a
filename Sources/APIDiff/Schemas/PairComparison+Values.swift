import OpenAPIDescription
import SourceDocuments

extension PairComparison {
  mutating func compareValues() {
    compareFormats()
    let nodes = (base.values?.node, revision.values?.node)
    switch (base.values?.value, revision.values?.value) {
    case (nil, nil):
      break
    case (nil, let new?):
      let isConstant = revision.isConstant
      record(
        isConstant ? .constantAdded : .enumerationAdded,
        isConstant ? "is a constant now" : "is limited to a list of values now",
        nil,
        list(new),
        at: nodes,
        [Effect(.narrows, isConstant ? .constant : .values)]
      )
    case (let old?, nil):
      let isConstant = base.isConstant
      record(
        isConstant ? .constantRemoved : .enumerationRemoved,
        isConstant ? "is no constant any more" : "is no longer limited to a list of values",
        list(old),
        nil,
        at: nodes,
        [Effect(.widens, isConstant ? .constant : .values)]
      )
    case (let old?, let new?):
      compareLists(old, new, at: nodes)
    }
  }

  private mutating func compareLists(
    _ old: [String],
    _ new: [String],
    at nodes: (base: SourceNode?, revision: SourceNode?)
  ) {
    let (oldSet, newSet) = (Set(old), Set(new))
    guard oldSet != newSet else { return }
    if base.isConstant, revision.isConstant {
      record(
        .constantChanged,
        "changed its constant",
        list(old),
        list(new),
        at: nodes,
        [Effect(.shifts, .constant)]
      )
      return
    }
    let removed = old.filter { !newSet.contains($0) }
    let added = new.filter { !oldSet.contains($0) }
    if !removed.isEmpty {
      record(
        .enumerationValueRemoved,
        "lost the \(removed.count == 1 ? "value" : "values") \(list(removed))",
        list(removed),
        nil,
        at: nodes,
        [Effect(.narrows, .values)]
      )
    }
    if !added.isEmpty {
      record(
        .enumerationValueAdded,
        "gained the \(added.count == 1 ? "value" : "values") \(list(added))",
        nil,
        list(added),
        at: nodes,
        [Effect(.widens, .values)]
      )
    }
  }

  private func list(_ values: [String]) -> String { values.joined(separator: ", ") }

  private mutating func compareFormats() {
    let (old, new) = (base.format?.value, revision.format?.value)
    guard old != new else { return }
    let phrase =
      old == nil ? "has a format now" : new == nil ? "has no format any more" : "changed its format"
    record(
      .formatChanged,
      phrase,
      old,
      new,
      at: (base.format?.node, revision.format?.node),
      [FormatOrder.effect(from: old, to: new)]
    )
  }
}
