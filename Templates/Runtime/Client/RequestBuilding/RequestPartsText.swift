import Foundation

// How values become texts; what cannot be written is noted.

nonisolated extension RequestParts {
  mutating func text<Value: ParameterValue>(of value: Value, _ name: String) -> String? {
    let text = value.parameterText
    if text == nil { note(name, "cannot be written, expected \(Value.parameterExpectation)") }
    return text
  }

  mutating func content<Value: Encodable>(of value: Value, _ name: String) -> ParameterContent? {
    do {
      return try ParameterContent(value)
    } catch {
      note(name, CodingProblem(error).description)
      return nil
    }
  }

  mutating func jsonText<Value: Encodable>(of value: Value, _ name: String) -> String? {
    do {
      return String(decoding: try JSONCoding.encode(value), as: UTF8.self)
    } catch {
      note(name, CodingProblem(error).description)
      return nil
    }
  }

  /// Does what may fail; a failure is noted at a place.
  mutating func noting(_ place: String, _ body: (inout RequestParts) throws -> Void) {
    do {
      try body(&self)
    } catch {
      note(place, CodingProblem(error).description)
    }
  }
}
