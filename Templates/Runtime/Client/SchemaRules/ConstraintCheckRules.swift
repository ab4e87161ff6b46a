nonisolated extension ConstraintCheck {
  /// A value as JSON, for what only the JSON shows.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The member; empty for the value itself.
  ///   - rules: A schema of JSON Schema, without references.
  public mutating func json(_ value: (any Encodable)?, _ name: String, _ rules: String) {
    if let value { JSONRules.schema(rules).check(value, name, in: &self) }
  }
}

nonisolated extension JSONRules: ValueRules {
  /// Notes what a value violates, found in its JSON.
  public func check(_ value: any Encodable, _ name: String, in check: inout ConstraintCheck) {
    let json: JSONValue
    do {
      json = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value))
    } catch {
      // Such as a number that is not finite: it has no JSON to hold against the rules.
      return check.violate(name, "type", "JSON")
    }
    for violation in violations(of: json) {
      check.violate(name, below: violation.steps, violation.rule, violation.limit)
    }
  }
}
