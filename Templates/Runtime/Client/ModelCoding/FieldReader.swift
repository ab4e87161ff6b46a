public import Foundation

/// Reads the members of an object, one call per member.
///
/// Every method comes in up to three forms. The plain one is for a member that must be there; `…IfPresent` is for an
/// optional one, where null counts as absent; `…OrNull` is for a member that must be there and may be null (a reader
/// that is not strict takes a missing one for null). There is a method of its own for each scalar type, so that
/// the compiler has nothing to infer in a model.
///
/// Strings, numbers and the rest are read as JSON has them: a number in quotes is no number.
public nonisolated struct FieldReader {
  /// Where the members come from. Models see none of it.
  private enum Source {
    /// A decoder of somebody else's.
    case decoder(FieldDecoder)
    case json(JSONReader)
  }

  private let source: Source

  /// Whether values that the description does not allow are refused rather than kept.
  public let isStrict: Bool

  /// Reads the members of the object that a decoder stands at.
  ///
  /// - Throws: `DecodingError.typeMismatch` if it stands at something else.
  public init(_ decoder: any Decoder) throws {
    source = .decoder(FieldDecoder(try decoder.container(keyedBy: FieldKey.self)))
    isStrict = decoder.isStrict
  }

  /// Reads the members of an object of a JSON document.
  init(_ json: JSONReader) throws {
    guard json.kind == .object else { throw json.mismatch([String: Any].self) }
    source = .json(json)
    isStrict = json.isStrict
  }
}

/// The members of an object in a decoder of somebody else's.
///
/// A class, since the size of what is in it is known at run time only, which would make every copy of a reader slow.
private nonisolated final class FieldDecoder {
  let container: KeyedDecodingContainer<FieldKey>

  init(_ container: KeyedDecodingContainer<FieldKey>) {
    self.container = container
  }

  /// A value of a type that is found at run time to be `Decodable`.
  func value<Value>(_ type: Value.Type, _ key: FieldKey) throws -> Value {
    guard let decodable = type as? any Decodable.Type,
      let value = try container.decode(decodable, forKey: key) as? Value
    else {
      throw CodingProblem.Expectation("a value that can be decoded").error(at: container.codingPath + [key])
    }
    return value
  }
}

// MARK: - Members that must be there

nonisolated extension FieldReader {
  /// A string.
  public func string(_ name: String) throws -> String {
    switch source {
    case .decoder(let decoder): try decoder.container.decode(String.self, forKey: FieldKey(name))
    case .json(let object): try object.required(name).string()
    }
  }

  /// A whole number; `1.0` is one.
  public func integer(_ name: String) throws -> Int {
    switch source {
    case .decoder(let decoder):
      try decoder.container.fitting("a whole number that fits 64 bits", name) {
        try decoder.container.decode(Int.self, forKey: FieldKey(name))
      }
    case .json(let object): try object.required(name).integer()
    }
  }

  /// A number.
  public func number(_ name: String) throws -> Double {
    switch source {
    case .decoder(let decoder):
      try decoder.container.fitting("a number that fits 64 bits", name) {
        try decoder.container.decode(Double.self, forKey: FieldKey(name))
      }
    case .json(let object): try object.required(name).number()
    }
  }

  /// `true` or `false`.
  public func boolean(_ name: String) throws -> Bool {
    switch source {
    case .decoder(let decoder): try decoder.container.decode(Bool.self, forKey: FieldKey(name))
    case .json(let object): try object.required(name).boolean()
    }
  }

  /// An instant: RFC 3339 text, or a bare date, which means midnight UTC.
  public func date(_ name: String) throws -> Date {
    switch source {
    case .decoder(let decoder):
      try DateTimeFormat.date(from: string(name), at: decoder.container.codingPath, name)
    case .json(let object): try object.required(name).date()
    }
  }

  /// A value of any other type, which has to be `Decodable`. The compiler is not told, since it would look up in each
  /// model how each type conforms; it is found out at run time, once for each type.
  public func value<Value>(_ name: String, _ type: Value.Type) throws -> Value {
    switch source {
    case .decoder(let decoder):
      if type == Date.self, let date = try date(name) as? Value { return date }
      return try decoder.value(type, FieldKey(name))
    case .json(let object): return try object.required(name).value(type)
    }
  }
}

nonisolated extension JSONReader {
  /// The value of a member that must be there.
  fileprivate func required(_ name: String) throws -> JSONReader {
    if let member = document.member(name, of: index) { return at(member) }
    throw DecodingError.keyNotFound(
      FieldKey(name),
      DecodingError.Context(codingPath: codingPath, debugDescription: "The member is missing.")
    )
  }
}

nonisolated extension KeyedDecodingContainer<FieldKey> {
  /// Reads a number. Foundation reports one that does not fit with an error of its own, which has no place.
  fileprivate func fitting<Value>(
    _ expected: String,
    _ name: String,
    _ read: () throws -> Value
  ) throws -> Value {
    do {
      return try read()
    } catch let error as DecodingError {
      throw error
    } catch {
      throw CodingProblem.Expectation(expected).error(at: codingPath + [FieldKey(name)])
    }
  }
}

// MARK: - Members that may be left out

nonisolated extension FieldReader {
  /// A string, or nil for an absent or null member.
  public func stringIfPresent(_ name: String) throws -> String? {
    switch source {
    case .decoder(let decoder): try decoder.container.decodeIfPresent(String.self, forKey: FieldKey(name))
    case .json(let object): try object.optional(name)?.string()
    }
  }

  /// A whole number, or nil for an absent or null member.
  public func integerIfPresent(_ name: String) throws -> Int? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? integer(name) : nil
    case .json(let object): try object.optional(name)?.integer()
    }
  }

  /// A number, or nil for an absent or null member.
  public func numberIfPresent(_ name: String) throws -> Double? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? number(name) : nil
    case .json(let object): try object.optional(name)?.number()
    }
  }

  /// `true` or `false`, or nil for an absent or null member.
  public func booleanIfPresent(_ name: String) throws -> Bool? {
    switch source {
    case .decoder(let decoder): try decoder.container.decodeIfPresent(Bool.self, forKey: FieldKey(name))
    case .json(let object): try object.optional(name)?.boolean()
    }
  }

  /// An instant, or nil for an absent or null member.
  public func dateIfPresent(_ name: String) throws -> Date? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? date(name) : nil
    case .json(let object): try object.optional(name)?.date()
    }
  }

  /// A value of any other type, or nil for an absent or null member.
  public func valueIfPresent<Value>(_ name: String, _ type: Value.Type) throws -> Value? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? value(name, type) : nil
    case .json(let object): try object.optional(name)?.value(type)
    }
  }

  /// A member that may be absent, null or a value, where the difference matters.
  public func nullable<Value>(_ name: String, _ type: Value.Type) throws -> Nullable<Value>? {
    switch source {
    case .decoder(let decoder):
      guard decoder.container.contains(FieldKey(name)) else { return nil }
      return try decoder.container.isPresent(name) ? .value(value(name, type)) : .null
    case .json(let object):
      guard object.document.member(name, of: object.index) != nil else { return nil }
      return try object.optional(name).map { .value(try $0.value(type)) } ?? .null
    }
  }
}

nonisolated extension JSONReader {
  /// The value of a member, or nil for an absent or null one.
  fileprivate func optional(_ name: String) -> JSONReader? {
    guard let member = document.member(name, of: index), document.values[member].kind != .null else {
      return nil
    }
    return at(member)
  }
}

nonisolated extension KeyedDecodingContainer<FieldKey> {
  fileprivate func isPresent(_ name: String) throws -> Bool {
    try contains(FieldKey(name)) && !decodeNil(forKey: FieldKey(name))
  }
}

// MARK: - Members that must be there and may be null

nonisolated extension FieldReader {
  /// A string, or nil for null.
  public func stringOrNull(_ name: String) throws -> String? {
    try requireInStrictMode(name)
    return try stringIfPresent(name)
  }

  /// A whole number, or nil for null.
  public func integerOrNull(_ name: String) throws -> Int? {
    try requireInStrictMode(name)
    return try integerIfPresent(name)
  }

  /// A number, or nil for null.
  public func numberOrNull(_ name: String) throws -> Double? {
    try requireInStrictMode(name)
    return try numberIfPresent(name)
  }

  /// `true` or `false`, or nil for null.
  public func booleanOrNull(_ name: String) throws -> Bool? {
    try requireInStrictMode(name)
    return try booleanIfPresent(name)
  }

  /// An instant, or nil for null.
  public func dateOrNull(_ name: String) throws -> Date? {
    try requireInStrictMode(name)
    return try dateIfPresent(name)
  }

  /// A value of any other type, or nil for null.
  public func valueOrNull<Value>(_ name: String, _ type: Value.Type) throws -> Value? {
    try requireInStrictMode(name)
    return try valueIfPresent(name, type)
  }

  private func requireInStrictMode(_ name: String) throws {
    guard isStrict else { return }
    switch source {
    case .decoder(let decoder):
      if decoder.container.contains(FieldKey(name)) { return }
      throw DecodingError.keyNotFound(
        FieldKey(name),
        DecodingError.Context(
          codingPath: decoder.container.codingPath,
          debugDescription: "The member is missing."
        )
      )
    case .json(let object): _ = try object.required(name)
    }
  }
}

// MARK: - Members that the description does not name

nonisolated extension FieldReader {
  /// The members whose names are not among the declared ones.
  ///
  /// - Parameters:
  ///   - type: The type of their values.
  ///   - declared: The names that the model reads itself.
  public func additionalProperties<Value>(
    _ type: Value.Type,
    except declared: Set<String>
  ) throws -> [String: Value] {
    switch source {
    case .decoder(let decoder):
      var members: [String: Value] = [:]
      for key in decoder.container.allKeys where !declared.contains(key.stringValue) {
        members[key.stringValue] = try decoder.value(type, key)
      }
      return members
    case .json(let object): return try object.members(type, except: declared)
    }
  }

  /// Refuses JSON with members that the description does not declare, in a reader that is strict. Others ignore them, since
  /// an API may grow.
  ///
  /// - Throws: `DecodingError` that does not quote the name, which came with the data.
  public func refuseMembers(except declared: Set<String>) throws {
    guard isStrict, case .json(let object) = source, object.hasMembers(except: declared) else { return }
    throw object.expected("no members other than those described")
  }

  /// Which of some members are there and null.
  public func nulls(_ names: [String]) throws -> FieldNulls {
    switch source {
    case .decoder(let decoder):
      FieldNulls(
        try names.filter { name in
          let key = FieldKey(name)
          return try decoder.container.contains(key) && decoder.container.decodeNil(forKey: key)
        }
      )
    case .json(let object): FieldNulls(object.nullMembers(among: names))
    }
  }
}
