import Foundation
import HeroHealth

/// The examples of the description, as tests use them.
nonisolated enum Example {
  /// Reads an example.
  static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONCoding.decode(type, from: Data(json.utf8))
  }

  /// Reads an example, writes it, and reads it again: the value and the JSON must stay what they were.
  ///
  /// Numbers count by value, instants by the moment they mean, and null counts as absent.
  static func roundTrip<Value: Codable & Equatable>(_ type: Value.Type, _ json: String) throws {
    let value = try decode(type, json)
    let written = try JSONCoding.encode(value)
    let before = try decode(JSONValue.self, json)
    let after = try JSONCoding.decode(JSONValue.self, from: written)
    if let path = difference(before, after, "") {
      throw Mismatch(
        description: "what is written differs from what was read at \(path.isEmpty ? "the root" : path)"
      )
    }
    guard try JSONCoding.decode(type, from: written) == value else {
      throw Mismatch(description: "what is read back is not equal to what was written")
    }
  }

  /// Why an example does not survive being read and written.
  nonisolated struct Mismatch: Error, CustomStringConvertible {
    let description: String
  }

  /// The place of the first difference, or nil if there is none.
  private static func difference(_ left: JSONValue, _ right: JSONValue, _ path: String) -> String? {
    switch (left, right) {
    case (.object(let left), .object(let right)):
      for name in Set(left.keys).union(right.keys).sorted() {
        if let place = difference(left[name] ?? .null, right[name] ?? .null, "\(path).\(name)") {
          return place
        }
      }
      return nil
    case (.array(let left), .array(let right)) where left.count == right.count:
      for (index, pair) in zip(left, right).enumerated() {
        if let place = difference(pair.0, pair.1, "\(path)[\(index)]") { return place }
      }
      return nil
    case (.string(let left), .string(let right)) where left != right:
      guard let before = Date(parameterText: left), before == Date(parameterText: right) else { return path }
      return nil
    default:
      return left == right ? nil : path
    }
  }
}
