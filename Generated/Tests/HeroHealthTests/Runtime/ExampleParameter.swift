import HeroHealth

nonisolated extension Example {
  /// A value as a parameter carries it, such as a date or a case of an enumeration.
  ///
  /// - Throws: An error that names what was expected when the text is none of its values.
  static func value<Value: ParameterValue>(_ type: Value.Type, _ text: String) throws -> Value {
    guard let value = Value(parameterText: text) else {
      throw ParameterProblem(expected: Value.parameterExpectation)
    }
    return value
  }

  private struct ParameterProblem: Error, CustomStringConvertible {
    let expected: String

    var description: String { "expected \(expected)" }
  }
}
