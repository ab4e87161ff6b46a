import Foundation

/// A value that is one of several types: `oneOf` or `anyOf` of the description.
///
/// A union states how it is told apart and how it is written; `Codable`, `Hashable` and a redacted description follow.
/// Two unions are equal when they write the same.
public typealias APIUnion = UnionCodable & Codable & Hashable & CustomReflectable

/// What reads and writes itself as one of several types; see ``FieldCodable`` for what it does not inherit.
public nonisolated protocol UnionCodable: APIValidatable {
  /// Reads the member that the value is.
  ///
  /// - Throws: `DecodingError` with the coding path.
  init(from union: UnionReader) throws

  /// Writes the member as it is, without anything around it.
  func write(to union: inout UnionWriter)
}

nonisolated extension UnionCodable {
  public init(from decoder: any Decoder) throws {
    try self.init(from: UnionReader(decoder))
  }

  /// - Throws: `EncodingError` for a value that JSON cannot carry, such as a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    var union = UnionWriter(encoder)
    write(to: &union)
    try union.finish()
  }

  public static func == (left: Self, right: Self) -> Bool {
    JSONOutput.areSame(left, right) || JSONOutput(comparing: left) == JSONOutput(comparing: right)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(JSONOutput(comparing: self))
  }
}

/// Chooses among members of a union of which a value can be several: the one that keeps most of what the value has, the
/// first of those that keep as much.
///
/// ```swift
/// var closest = ClosestMember<Contact>(union)
/// closest.consider(Phone.self, .object(required: []), Contact.phone)
/// closest.consider(Letter.self, .object(required: []), Contact.letter)
/// self = try closest.member ?? .unrecognized(union.unrecognized())
/// ```
public nonisolated struct ClosestMember<Union> {
  private let union: UnionReader
  /// The value as it is, which is read when the first member fits.
  private var whole: JSONValue?
  private var loss = Int.max

  /// The member that keeps most; nil if none fits.
  public private(set) var member: Union?

  /// Starts with no member.
  public init(_ union: UnionReader) {
    self.union = union
  }

  /// Takes the value as a member, if it fits and keeps more than those before.
  public mutating func consider<Value: Codable>(
    _ type: Value.Type,
    _ shape: UnionReader.Shape,
    _ make: (Value) -> Union
  ) {
    guard loss > 0, shape != .any || member == nil, let value = union.member(type, shape) else { return }
    let loss = loss(in: value)
    guard loss < self.loss else { return }
    self.loss = loss
    member = make(value)
  }

  /// How many members of the value are lost in what it was read as. A value that fits but cannot be written is the
  /// last choice.
  private mutating func loss(in value: some Encodable) -> Int {
    do {
      let whole = try self.whole ?? union.value(JSONValue.self)
      self.whole = whole
      return whole.countOfMembersMissing(in: try JSONValue(encoding: value))
    } catch {
      return Int.max - 1
    }
  }
}

nonisolated extension JSONValue {
  /// How many members another value does not have, at any depth; those that are `null` do not count.
  fileprivate func countOfMembersMissing(in other: JSONValue) -> Int {
    switch (self, other) {
    case (.object(let members), .object(let others)):
      var count = 0
      for (name, value) in members where value != .null {
        count += others[name].map(value.countOfMembersMissing) ?? 1 + value.countOfMembers
      }
      return count
    case (.array(let elements), .array(let others)):
      var count = 0
      for (element, other) in zip(elements, others) { count += element.countOfMembersMissing(in: other) }
      return count
    default: return 0
    }
  }

  /// How many members there are, at any depth.
  private var countOfMembers: Int {
    switch self {
    case .object(let members): members.values.reduce(members.count) { $0 + $1.countOfMembers }
    case .array(let elements): elements.reduce(0) { $0 + $1.countOfMembers }
    default: 0
    }
  }
}

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

  private enum Source {
    /// A decoder of somebody else's.
    case decoder(any Decoder)
    case json(JSONReader)
  }

  private let source: Source
  private let attempts = Attempts()

  /// Whether a value that fits no member is refused rather than kept.
  public let isStrict: Bool

  /// Reads the value that a decoder stands at.
  public init(_ decoder: any Decoder) throws {
    source = .decoder(decoder)
    isStrict = decoder.isStrict
  }

  /// Reads a value of a JSON document.
  init(_ json: JSONReader) {
    source = .json(json)
    isStrict = json.isStrict
  }

  private var codingPath: [any CodingKey] {
    switch source {
    case .decoder(let decoder): decoder.codingPath
    case .json(let json): json.codingPath
    }
  }

  /// The value as a member of a type that is `Decodable`, or nil if it is written differently or does not decode. The
  /// compiler is not told of the conformance, as for ``FieldReader/value(_:_:)``.
  public func member<Value>(_ type: Value.Type, _ shape: Shape) -> Value? {
    guard hasShape(shape) else {
      attempts.shapes.append(shape)
      return nil
    }
    do {
      switch source {
      case .json(let json): return try json.document.trying { try json.value(type) }
      case .decoder: return try value(type)
      }
    } catch {
      attempts.failures.append(error)
      attempts.again = { _ = try $0.value(type) }
      return nil
    }
  }

  /// The value as the member that the discriminator named.
  ///
  /// - Throws: What decoding it throws.
  public func value<Value>(_ type: Value.Type) throws -> Value {
    switch source {
    case .json(let json): return try json.value(type)
    case .decoder(let decoder):
      let container = try decoder.singleValueContainer()
      if type == Date.self {
        let date = try DateTimeFormat.date(from: container.decode(String.self), at: decoder.codingPath)
        if let date = date as? Value { return date }
      }
      guard let decodable = type as? any Decodable.Type,
        let value = try container.decode(decodable) as? Value
      else {
        throw CodingProblem.Expectation("a value that can be decoded").error(at: decoder.codingPath)
      }
      return value
    }
  }

  /// The value of the member that tells which type it is; empty if there is none and the reader is not strict, or there
  /// is a type for values without it.
  ///
  /// - Parameters:
  ///   - name: The member.
  ///   - hasDefault: Whether there is a type for values that do not have the member.
  /// - Throws: `DecodingError` for a missing discriminator, if the reader is strict.
  public func discriminator(_ name: String, hasDefault: Bool = false) throws -> String {
    attempts.discriminator = name
    do {
      switch source {
      case .decoder(let decoder): return try FieldReader(decoder).string(name)
      case .json(let json): return try FieldReader(json).string(name)
      }
    } catch {
      if isStrict, !hasDefault { throw error }
      return ""
    }
  }

  /// The value as it is, for a member that this version does not know.
  ///
  /// - Parameter allowed: The values that the discriminator may have, for the error.
  /// - Throws: ``mismatch(allowed:)`` if the reader is strict.
  public func unrecognized(allowed: [String] = []) throws -> JSONValue {
    if isStrict { throw mismatch(allowed: allowed) }
    return try value(JSONValue.self)
  }

  /// The error for a value that fits no member: why the only member of that form failed, or what would have fit.
  ///
  /// - Parameter allowed: The values that the discriminator may have.
  public func mismatch(allowed: [String] = []) -> any Error {
    if let discriminator = attempts.discriminator, !allowed.isEmpty {
      return CodingProblem.Expectation("one of \(allowed.joined(separator: ", "))")
        .error(at: codingPath + [FieldKey(discriminator)])
    }
    if attempts.failures.count == 1, let failure = attempts.failures.first { return located(failure) }
    let shapes = attempts.failures.isEmpty ? attempts.shapes.map(\.text) : []
    let expected = shapes.isEmpty ? "one of the types of the union" : shapes.joined(separator: " or ")
    return CodingProblem.Expectation(expected).error(at: codingPath)
  }

  /// Why the only member failed, with the place, which is not known while it is tried.
  private func located(_ failure: any Error) -> any Error {
    guard case .json(let json) = source, !json.document.isTrying, let again = attempts.again else {
      return failure
    }
    do {
      try again(self)
      return failure
    } catch {
      return error
    }
  }

  private func hasShape(_ shape: Shape) -> Bool {
    switch source {
    case .decoder(let decoder): shape.fits(decoder)
    case .json(let json): shape.fits(json)
    }
  }
}

nonisolated extension UnionReader.Shape {
  fileprivate func fits(_ json: JSONReader) -> Bool {
    switch self {
    case .null: json.kind == .null
    case .boolean: json.kind == .boolean
    case .integer: json.kind == .number && json.document.integer(json.index) != nil
    case .number: json.kind == .number && json.document.number(json.index) != nil
    case .string: json.kind == .string
    case .array: json.kind == .array
    case .object(let required, let constants): json.hasMembers(required, constants)
    case .any: true
    }
  }

  fileprivate func fits(_ decoder: any Decoder) -> Bool {
    switch self {
    case .null: (try? decoder.singleValueContainer().decodeNil()) == true
    case .boolean: (try? decoder.singleValueContainer().decode(Bool.self)) != nil
    case .integer: (try? decoder.singleValueContainer().decode(Int.self)) != nil
    case .number: (try? decoder.singleValueContainer().decode(Double.self)) != nil
    case .string: (try? decoder.singleValueContainer().decode(String.self)) != nil
    case .array: (try? decoder.unkeyedContainer()) != nil
    case .object(let required, let constants): hasMembers(decoder, required, constants)
    case .any: true
    }
  }

  private func hasMembers(
    _ decoder: any Decoder,
    _ names: [String],
    _ constants: [String: [String]]
  ) -> Bool {
    guard let container = try? decoder.container(keyedBy: FieldKey.self) else { return false }
    return names.allSatisfy { container.contains(FieldKey($0)) }
      && constants.allSatisfy { name, values in
        (try? container.decode(String.self, forKey: FieldKey(name))).map(values.contains) ?? false
      }
  }
}

nonisolated extension JSONReader {
  fileprivate func hasMembers(_ names: [String], _ constants: [String: [String]]) -> Bool {
    guard kind == .object else { return false }
    return names.allSatisfy { document.member($0, of: index) != nil }
      && constants.allSatisfy { name, values in
        guard let member = document.member(name, of: index), document.values[member].kind == .string else {
          return false
        }
        return values.contains(document.text(member))
      }
  }
}

nonisolated extension UnionReader {
  /// What was tried, for the error at the end.
  private nonisolated final class Attempts {
    var discriminator: String?
    var shapes: [Shape] = []
    var failures: [any Error] = []
    /// Reads the member that failed last once more.
    var again: ((UnionReader) throws -> Void)?
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

/// Writes the member of a union.
///
/// Nothing here throws: the first error is kept, and thrown when the union is done.
public nonisolated struct UnionWriter {
  private enum Sink {
    /// An encoder of somebody else's.
    case encoder(any Encoder)
    case output(JSONOutput)
  }

  private let sink: Sink

  /// The first error.
  private var failure: (any Error)?

  /// Writes to an encoder.
  public init(_ encoder: any Encoder) {
    sink = .encoder(encoder)
  }

  /// Writes to JSON output.
  init(_ output: JSONOutput) {
    sink = .output(output)
  }

  /// Writes the member, which has to be `Encodable`, in place of the union.
  public mutating func write<Value>(_ value: Value) {
    do {
      switch sink {
      case .output(let output): try output.value(value)
      case .encoder(let encoder):
        var container = encoder.singleValueContainer()
        if Value.self == Date.self, let date = value as? Date {
          try container.encode(DateTimeFormat.text(for: date, at: encoder.codingPath))
        } else if let value = value as? any Encodable {
          try container.encode(value)
        } else {
          throw EncodingError.notEncodable(value, encoder.codingPath)
        }
      }
    } catch {
      failure = failure ?? error
    }
  }

  /// Ends the writing.
  ///
  /// - Throws: The first error, an `EncodingError` for a value that JSON cannot carry.
  func finish() throws {
    if let failure { throw failure }
  }
}
