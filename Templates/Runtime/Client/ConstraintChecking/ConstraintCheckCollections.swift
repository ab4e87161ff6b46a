nonisolated extension ConstraintCheck {
  /// The number of elements of a list.
  public mutating func items(_ count: Int?, _ name: String, minItems: Int? = nil, maxItems: Int? = nil) {
    guard let count else { return }
    if let minItems, count < minItems { violate(name, "minItems", String(minItems)) }
    if let maxItems, count > maxItems { violate(name, "maxItems", String(maxItems)) }
  }

  /// The number of members of an object.
  public mutating func properties(
    _ count: Int?,
    _ name: String,
    minProperties: Int? = nil,
    maxProperties: Int? = nil
  ) {
    guard let count else { return }
    if let minProperties, count < minProperties { violate(name, "minProperties", String(minProperties)) }
    if let maxProperties, count > maxProperties { violate(name, "maxProperties", String(maxProperties)) }
  }

  /// A list whose elements differ from one another.
  public mutating func unique<Element: Hashable>(_ values: [Element]?, _ name: String) {
    guard let values, values.count > 1, Set(values).count < values.count else { return }
    violate(name, "uniqueItems", "")
  }

  /// A member that a request must have and a response need not.
  public mutating func present(_ isPresent: Bool, _ name: String) {
    if !isPresent { violate(name, "required", "") }
  }
}
