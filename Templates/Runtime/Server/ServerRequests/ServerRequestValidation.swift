public import ClientRuntime

nonisolated extension ServerRequest {
  /// Ends a check of parameters.
  ///
  /// - Throws: ``HandlerError`` with status 400 that names what is violated.
  public static func finish(_ check: ConstraintCheck) throws {
    do {
      try check.finish()
    } catch let violations as ConstraintViolations {
      throw HandlerError.invalid(violations)
    }
  }

  /// A value that was read from the request, once it is known to meet the constraints of the description.
  ///
  /// - Parameters:
  ///   - value: The value; of types without constraints every value passes.
  ///   - name: The parameter it came as; empty for the body.
  ///   - rules: What is demanded of the value beside what its type demands.
  /// - Throws: ``HandlerError`` with status 400 that names what is violated.
  static func validated<Value>(
    _ value: Value,
    _ name: String = "",
    rules: (any ValueRules)? = nil
  ) throws -> Value {
    var check = ConstraintCheck()
    if let value = value as? any APIValidatable { check.value(value, name) }
    if let rules, let value = value as? any Encodable { rules.check(value, name, in: &check) }
    try finish(check)
    return value
  }
}
