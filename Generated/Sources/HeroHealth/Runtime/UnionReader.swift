import Foundation

/// Tells the members of a union apart.
///
/// A union without a discriminator asks for one member after the other; the first one that the value fits is it:
///
/// ```swift
/// if let value = union.member(Bool.self, .boolean) { … }
/// ```
public nonisolated struct UnionReader {
  /// What JSON a member is written as.
  public nonisolated enum Shape: Hashable, Sendable {
    case null
    case boolean
    case integer
    case number
    case string
    case array
    /// An object with at least these members, of which some may have to have one of the texts given for them.
    case object(required: [String], constants: [String: [String]] = [:])
    /// Anything.
    case any
  }

  private let decoder: any Decoder
  private let attempts = Attempts()

  /// Whether a value that fits no member is refused rather than kept.
  public let isStrict: Bool

  /// Reads the value that a decoder stands at.
  public init(_ decoder: any Decoder) throws {
    self.decoder = decoder
    isStrict = decoder.isStrict
  }

  /// The value as a member, or nil if it is written differently or does not decode.
  public func member<Value: Decodable>(_ type: Value.Type, _ shape: Shape) -> Value? {
    guard hasShape(shape) else {
      attempts.shapes.append(shape)
      return nil
    }
    do {
      return try value(type)
    } catch {
      attempts.failures.append(error)
      return nil
    }
  }

  /// The value as the member that the discriminator named.
  ///
  /// - Throws: What decoding it throws.
  public func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let container = try decoder.singleValueContainer()
    if type == Date.self,
      let date = try DateTimeFormat.date(from: container.decode(String.self), at: decoder.codingPath)
        as? Value
    {
      return date
    }
    return try container.decode(type)
  }

  /// The value of the member that tells which type it is; empty if there is none and the reader is not strict.
  ///
  /// - Throws: `DecodingError` for a missing discriminator, if the reader is strict.
  public func discriminator(_ name: String) throws -> String {
    attempts.discriminator = name
    do {
      return try FieldReader(decoder).string(name)
    } catch {
      if isStrict { throw error }
      return ""
    }
  }

  /// The value as it is, for a member that this version does not know.
  ///
  /// - Parameter allowed: The values that the discriminator may have, for the error.
  /// - Throws: ``mismatch(allowed:)`` if the reader is strict.
  public func unrecognized(allowed: [String] = []) throws -> JSONValue {
    if isStrict { throw mismatch(allowed: allowed) }
    return try decoder.singleValueContainer().decode(JSONValue.self)
  }

  /// The error for a value that fits no member: why the only member of that form failed, or what would have fit.
  ///
  /// - Parameter allowed: The values that the discriminator may have.
  public func mismatch(allowed: [String] = []) -> any Error {
    if let discriminator = attempts.discriminator, !allowed.isEmpty {
      return CodingProblem.Expectation("one of \(allowed.joined(separator: ", "))")
        .error(at: decoder.codingPath + [FieldKey(discriminator)])
    }
    if attempts.failures.count == 1, let failure = attempts.failures.first { return failure }
    let shapes = attempts.failures.isEmpty ? attempts.shapes.map(\.text) : []
    let expected = shapes.isEmpty ? "one of the types of the union" : shapes.joined(separator: " or ")
    return CodingProblem.Expectation(expected).error(at: decoder.codingPath)
  }

  private func hasShape(_ shape: Shape) -> Bool {
    switch shape {
    case .null: (try? decoder.singleValueContainer().decodeNil()) == true
    case .boolean: (try? decoder.singleValueContainer().decode(Bool.self)) != nil
    case .integer: (try? decoder.singleValueContainer().decode(Int.self)) != nil
    case .number: (try? decoder.singleValueContainer().decode(Double.self)) != nil
    case .string: (try? decoder.singleValueContainer().decode(String.self)) != nil
    case .array: (try? decoder.unkeyedContainer()) != nil
    case .object(let required, let constants): hasMembers(required, constants)
    case .any: true
    }
  }

  private func hasMembers(_ names: [String], _ constants: [String: [String]]) -> Bool {
    guard let container = try? decoder.container(keyedBy: FieldKey.self) else { return false }
    return names.allSatisfy { container.contains(FieldKey($0)) }
      && constants.allSatisfy { name, values in
        (try? container.decode(String.self, forKey: FieldKey(name))).map(values.contains) ?? false
      }
  }
}

nonisolated extension UnionReader {
  /// What was tried, for the error at the end.
  private nonisolated final class Attempts {
    var discriminator: String?
    var shapes: [Shape] = []
    var failures: [any Error] = []
  }
}

nonisolated extension UnionReader.Shape {
  fileprivate var text: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object(let required, _) where required.isEmpty: "an object"
    case .object(let required, _): "an object with \(required.joined(separator: ", "))"
    case .any: "any value"
    }
  }
}
