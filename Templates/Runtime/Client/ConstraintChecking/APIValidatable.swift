/// A value that can be held against what the description demands of it beyond its type: lengths, bounds, patterns.
///
/// Every model and union conforms; a type of which nothing is demanded, itself or in its parts, is always valid. A
/// server validates requests before a handler sees them, and ``ClientConfiguration/validatesRequests`` has a client
/// validate what it sends.
public nonisolated protocol APIValidatable: Sendable {
  /// Notes what the value, or a part of it, violates.
  func validate(_ check: inout ConstraintCheck)
}

nonisolated extension APIValidatable {
  /// Holds the value against the constraints of the description.
  ///
  /// - Throws: ``ConstraintViolations`` with everything that is wrong, not only the first.
  public func validate() throws {
    var check = ConstraintCheck()
    check.value(self, "")
    try check.finish()
  }
}

nonisolated extension FieldCodable {
  /// Demands nothing.
  public func validate(_ check: inout ConstraintCheck) {}
}

nonisolated extension UnionCodable {
  /// Demands nothing.
  public func validate(_ check: inout ConstraintCheck) {}
}

nonisolated extension Array: APIValidatable where Element: APIValidatable {
  /// Validates each element.
  public func validate(_ check: inout ConstraintCheck) {
    for (index, element) in enumerated() {
      check.element(element, at: index)
    }
  }
}

nonisolated extension Dictionary: APIValidatable where Key == String, Value: APIValidatable {
  /// Validates each member.
  public func validate(_ check: inout ConstraintCheck) {
    for member in values {
      check.member(member)
    }
  }
}

nonisolated extension Optional: APIValidatable where Wrapped: APIValidatable {
  /// Validates the value, if there is one.
  public func validate(_ check: inout ConstraintCheck) {
    self?.validate(&check)
  }
}
