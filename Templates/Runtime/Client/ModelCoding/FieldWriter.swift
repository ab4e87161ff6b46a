public import Foundation

/// Writes the members of an object, one call per member; the counterpart of ``FieldReader``.
///
/// The plain form writes the member, `…IfPresent` leaves out what is nil, `…OrNull` writes nil as null.
///
/// Nothing here throws, which keeps models small: the first error is kept, and thrown when the model is done.
public nonisolated struct FieldWriter {
  private enum Sink {
    /// An encoder of somebody else's.
    case encoder(FieldEncoder)
    case output(JSONOutput)
  }

  private let sink: Sink

  /// The first error.
  private var failure: (any Error)?

  /// Writes the members of an object to an encoder.
  public init(_ encoder: any Encoder) {
    sink = .encoder(FieldEncoder(encoder.container(keyedBy: FieldKey.self)))
  }

  /// Writes an object.
  init(_ output: JSONOutput) {
    sink = .output(output)
    output.beginObject()
  }

  /// Ends the writing.
  ///
  /// - Throws: The first error, an `EncodingError` for a value that JSON cannot carry.
  func finish() throws {
    if case .output(let output) = sink { output.endObject() }
    if let failure { throw failure }
  }

  private mutating func attempt(_ encode: () throws -> Void) {
    guard failure == nil else { return }
    do {
      try encode()
    } catch {
      failure = error
    }
  }

  private mutating func attempt(_ name: String, _ output: JSONOutput, _ write: () throws -> Void) {
    output.name(name)
    do {
      try write()
    } catch let error as EncodingError {
      failure = failure ?? error.at(FieldKey(name))
    } catch {
      failure = failure ?? error
    }
  }
}

/// The members of an object in an encoder of somebody else's.
///
/// A class, since the size of what is in it is known at run time only, which would make every copy of a writer slow.
private nonisolated final class FieldEncoder {
  var container: KeyedEncodingContainer<FieldKey>

  init(_ container: KeyedEncodingContainer<FieldKey>) {
    self.container = container
  }

  /// A value of a type that is found at run time to be `Encodable`.
  func value<Value>(_ value: Value, _ key: FieldKey) throws {
    guard let encodable = value as? any Encodable else {
      throw EncodingError.notEncodable(value, container.codingPath + [key])
    }
    try container.encode(encodable, forKey: key)
  }
}

nonisolated extension EncodingError {
  /// The error for a value of a type that is not `Encodable`.
  static func notEncodable(_ value: Any, _ path: [any CodingKey]) -> EncodingError {
    .invalidValue(value, Context(codingPath: path, debugDescription: "The type is not Encodable."))
  }
}

// MARK: - Members that are always written

nonisolated extension FieldWriter {
  /// A string.
  public mutating func string(_ name: String, _ value: String) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.string(value)
    }
  }

  /// A whole number.
  public mutating func integer(_ name: String, _ value: Int) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.integer(value)
    }
  }

  /// A number. JSON has none that is not finite.
  public mutating func number(_ name: String, _ value: Double) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output): attempt(name, output) { try output.number(value) }
    }
  }

  /// `true` or `false`.
  public mutating func boolean(_ name: String, _ value: Bool) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.boolean(value)
    }
  }

  /// An instant, written in UTC, with milliseconds where they are not zero. RFC 3339 has the years 0 to 9999 only.
  public mutating func date(_ name: String, _ value: Date) {
    switch sink {
    case .encoder(let encoder):
      attempt {
        let text = try DateTimeFormat.text(for: value, at: encoder.container.codingPath, name)
        try encoder.container.encode(text, forKey: FieldKey(name))
      }
    case .output(let output): attempt(name, output) { try output.date(value) }
    }
  }

  /// A value of any other type, which has to be `Encodable`, as for ``FieldReader/value(_:_:)``.
  public mutating func value<Value>(_ name: String, _ value: Value) {
    switch sink {
    case .encoder(let encoder):
      if Value.self == Date.self, let date = value as? Date { return self.date(name, date) }
      attempt { try encoder.value(value, FieldKey(name)) }
    case .output(let output): attempt(name, output) { try output.value(value) }
    }
  }

  private mutating func null(_ name: String) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encodeNil(forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.null()
    }
  }
}

nonisolated extension FieldWriter {
  private func nothing() {
    if case .output(let output) = sink { output.nothing() }
  }
}

// MARK: - Members that may be left out

nonisolated extension FieldWriter {
  /// A string, left out if nil.
  public mutating func stringIfPresent(_ name: String, _ value: String?) {
    if let value { string(name, value) } else { nothing() }
  }

  /// A whole number, left out if nil.
  public mutating func integerIfPresent(_ name: String, _ value: Int?) {
    if let value { integer(name, value) } else { nothing() }
  }

  /// A number, left out if nil.
  public mutating func numberIfPresent(_ name: String, _ value: Double?) {
    if let value { number(name, value) } else { nothing() }
  }

  /// `true` or `false`, left out if nil.
  public mutating func booleanIfPresent(_ name: String, _ value: Bool?) {
    if let value { boolean(name, value) } else { nothing() }
  }

  /// An instant, left out if nil.
  public mutating func dateIfPresent(_ name: String, _ value: Date?) {
    if let value { date(name, value) } else { nothing() }
  }

  /// A value of any other type, left out if nil.
  public mutating func valueIfPresent<Value>(_ name: String, _ value: Value?) {
    if let value { self.value(name, value) } else { nothing() }
  }

  /// A member that is left out if nil, and otherwise null or a value.
  public mutating func nullable<Value>(_ name: String, _ value: Nullable<Value>?) {
    switch value {
    case .none: nothing()
    case .null: null(name)
    case .value(let value): self.value(name, value)
    }
  }
}

// MARK: - Members that are written as null if nil

nonisolated extension FieldWriter {
  /// A string, or null.
  public mutating func stringOrNull(_ name: String, _ value: String?) {
    if let value { string(name, value) } else { null(name) }
  }

  /// A whole number, or null.
  public mutating func integerOrNull(_ name: String, _ value: Int?) {
    if let value { integer(name, value) } else { null(name) }
  }

  /// A number, or null.
  public mutating func numberOrNull(_ name: String, _ value: Double?) {
    if let value { number(name, value) } else { null(name) }
  }

  /// `true` or `false`, or null.
  public mutating func booleanOrNull(_ name: String, _ value: Bool?) {
    if let value { boolean(name, value) } else { null(name) }
  }

  /// An instant, or null.
  public mutating func dateOrNull(_ name: String, _ value: Date?) {
    if let value { date(name, value) } else { null(name) }
  }

  /// A value of any other type, or null.
  public mutating func valueOrNull<Value>(_ name: String, _ value: Value?) {
    if let value { self.value(name, value) } else { null(name) }
  }
}

// MARK: - Members that the description does not name

nonisolated extension FieldWriter {
  /// The members that came with the data.
  public mutating func additionalProperties<Value>(_ members: [String: Value]) {
    switch sink {
    case .encoder(let encoder):
      attempt {
        for (name, value) in members {
          try encoder.value(value, FieldKey(stringValue: name))
        }
      }
    case .output(let output): attempt { try output.members(members) }
    }
  }

  /// The members that were null.
  public mutating func nulls(_ nulls: FieldNulls) {
    switch sink {
    case .encoder: for name in nulls.names { null(name) }
    // In a comparison a member's name is not written, and these are not the same for every value.
    case .output(let output) where output.isComparing: for name in nulls.names { output.string(name) }
    case .output: for name in nulls.names { null(name) }
    }
  }
}
