import Foundation

/// One value of a JSON document, to be read as a type.
///
/// The errors are those of Foundation's decoder, so that a caller sees no difference.
nonisolated struct JSONReader {
  let document: JSONDocument
  /// The place of the value in the document.
  let index: Int
  /// Whether values that the description does not allow are refused rather than kept.
  let isStrict: Bool

  var kind: JSONDocument.Kind { document.values[index].kind }
  /// The way to the value; empty while it is only being tried, when finding it for each failure would take longer than
  /// reading.
  var codingPath: [any CodingKey] { document.isTrying ? [] : document.codingPath(to: index) }

  func at(_ index: Int) -> JSONReader {
    JSONReader(document: document, index: index, isStrict: isStrict)
  }

  // MARK: - Scalars

  func string() throws -> String {
    guard kind == .string else { throw mismatch(String.self) }
    return document.text(index)
  }

  func integer() throws -> Int {
    guard kind == .number else { throw mismatch(Int.self) }
    guard let value = document.integer(index) else { throw expected("a whole number that fits 64 bits") }
    return value
  }

  func number() throws -> Double {
    guard kind == .number else { throw mismatch(Double.self) }
    guard let value = document.number(index) else { throw expected("a number that fits 64 bits") }
    return value
  }

  func boolean() throws -> Bool {
    guard kind == .boolean else { throw mismatch(Bool.self) }
    return document.values[index].flag
  }

  func date() throws -> Date {
    if let date = DateTimeFormat.date(from: try string()) { return date }
    throw DateTimeFormat.expectation.error(at: codingPath)
  }

  /// A value of any type.
  func value<Value>(_ type: Value.Type) throws -> Value {
    try value(type, by: document.route(for: type))
  }

  private func value<Value>(_ type: Value.Type, by route: JSONRoute) throws -> Value {
    let layout = MemoryLayout<Value>.self
    return try withUnsafeTemporaryAllocation(byteCount: layout.stride, alignment: layout.alignment) {
      memory in
      try route.read(self, into: memory)
      return memory.assumingMemoryBound(to: Value.self).moveElement(from: 0)
    }
  }

  // MARK: - Parts

  /// The elements of an array.
  func elements<Element>(_ type: Element.Type) throws -> [Element] {
    guard kind == .array else { throw mismatch([Any].self) }
    let route = document.route(for: type)
    let end = Int(document.values[index].next)
    var result: [Element] = []
    var place = index + 1
    while place < end {
      result.append(try at(place).value(type, by: route))
      place = Int(document.values[place].next)
    }
    return result
  }

  /// The members of an object, except those that the description names; the first of several of a name counts.
  func members<Member>(
    _ type: Member.Type,
    except declared: Set<String> = []
  ) throws -> [String: Member] {
    guard kind == .object else { throw mismatch([String: Any].self) }
    let route = document.route(for: type)
    let end = Int(document.values[index].next)
    var result: [String: Member] = [:]
    var place = index + 1
    while place < end {
      let name = document.text(place)
      if !declared.contains(name), result[name] == nil {
        result[name] = try at(place + 1).value(type, by: route)
      }
      place = Int(document.values[place + 1].next)
    }
    return result
  }

  /// Whether an object has members whose names are not among some.
  func hasMembers(except declared: Set<String>) -> Bool {
    let end = Int(document.values[index].next)
    var place = index + 1
    while place < end {
      if !declared.contains(document.text(place)) { return true }
      place = Int(document.values[place + 1].next)
    }
    return false
  }

  /// The members of an object that are null, of those with some names.
  func nullMembers(among names: [String]) -> [String] {
    let end = Int(document.values[index].next)
    var result: [String] = []
    var place = index + 1
    while place < end {
      if document.values[place + 1].kind == .null {
        let name = document.text(place)
        if names.contains(name), !result.contains(name) { result.append(name) }
      }
      place = Int(document.values[place + 1].next)
    }
    return result
  }

  // MARK: - Errors

  func expected(_ text: String) -> any Error {
    CodingProblem.Expectation(text).error(at: codingPath)
  }

  func mismatch(_ type: Any.Type) -> any Error {
    let context = DecodingError.Context(
      codingPath: codingPath,
      debugDescription: "The value is of another type."
    )
    return kind == .null
      ? DecodingError.valueNotFound(type, context) : DecodingError.typeMismatch(type, context)
  }
}
