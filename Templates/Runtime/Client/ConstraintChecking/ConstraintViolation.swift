/// One demand of the description that a value does not meet, in words that are fit for logs: the place, the keyword and
/// its limit, never the value.
public nonisolated struct ConstraintViolation: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Where, such as `address.lines[2]`; empty for the value as a whole. A name that came with the data is a `*`.
  public let path: String

  /// The keyword of JSON Schema that is violated, such as `maxLength`.
  public let rule: String

  /// What the keyword asks for, such as `64`; empty where it has no short form.
  public let limit: String

  init(path: String, rule: String, limit: String) {
    self.path = path
    self.rule = rule
    self.limit = limit
  }

  public var description: String {
    let demand = limit.isEmpty ? "violates \(rule)" : "violates \(rule) \(limit)"
    return path.isEmpty ? demand : "\(path): \(demand)"
  }
}

/// Everything that a value violates.
///
/// Its text names places, keywords and limits, and no values: it is fit for logs and for answers.
public nonisolated struct ConstraintViolations: Error, Hashable, Sendable, CustomStringConvertible {
  /// The violations in the order of the description, at most ``ConstraintCheck/limit`` of them.
  public let violations: [ConstraintViolation]

  init(_ violations: [ConstraintViolation]) {
    self.violations = violations
  }

  public var description: String {
    violations.map(\.description).joined(separator: "; ")
  }
}
