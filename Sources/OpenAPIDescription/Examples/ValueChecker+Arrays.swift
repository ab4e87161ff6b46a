import SourceDocuments

extension ValueChecker {
  mutating func checkArray(_ value: SourceNode, _ schema: Schema, depth: Int) -> Mismatch? {
    let count = value.elements.count
    if let least = schema.minItems, count < least {
      return Mismatch(value, "its length is \(count), but minItems is \(least)")
    }
    if let most = schema.maxItems, count > most {
      return Mismatch(value, "its length is \(count), but maxItems is \(most)")
    }
    for (element, prefix) in zip(value.elements, schema.prefixItems) {
      if let mismatch = check(element, prefix, depth: depth + 1) { return mismatch }
    }
    if let items = schema.items {
      for element in value.elements.dropFirst(schema.prefixItems.count) {
        guard step() else { return nil }
        if let mismatch = check(element, items, depth: depth + 1) { return mismatch }
      }
    }
    return schema.uniqueItems ? repeatedElement(value) : nil
  }

  /// Long arrays are let pass: every element would be compared with every other.
  private mutating func repeatedElement(_ value: SourceNode) -> Mismatch? {
    let elements = Array(value.elements)
    guard elements.count <= 64 else { return nil }
    for (index, element) in elements.enumerated() {
      for other in elements[..<index] where isEqual(element, other) {
        return Mismatch(element, "\(excerpt(element)) occurs twice, and elements must be unique")
      }
    }
    return nil
  }
}
