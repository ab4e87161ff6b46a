public import Foundation

/// Writes the members of an object, one call per member; the counterpart of ``FieldReader``.
///
/// The plain form writes the member, `…IfPresent` leaves out what is nil, `…OrNull` writes nil as null. The same
/// calls also serve equality and hashing, for which a writer collects the values instead of encoding them.
public nonisolated struct FieldWriter {
  private enum Sink {
    case container(KeyedEncodingContainer<FieldKey>)
    case collector
  }

  private let sink: Sink

  /// What was written, one element per call, if the writer collects.
  private(set) var values: [FieldValue] = []

  private init(sink: Sink) {
    self.sink = sink
  }

  /// Writes the members of an object to an encoder.
  public init(_ encoder: any Encoder) {
    self.init(sink: .container(encoder.container(keyedBy: FieldKey.self)))
  }

  /// A writer that keeps the values for a comparison.
  static func collecting() -> FieldWriter {
    FieldWriter(sink: .collector)
  }
}

// MARK: - Members that are always written

nonisolated extension FieldWriter {
  /// A string.
  public mutating func string(_ name: String, _ value: String) throws {
    switch sink {
    case .container(var container): try container.encode(value, forKey: FieldKey(name))
    case .collector: values.append(.string(value))
    }
  }

  /// A whole number.
  public mutating func integer(_ name: String, _ value: Int) throws {
    switch sink {
    case .container(var container): try container.encode(value, forKey: FieldKey(name))
    case .collector: values.append(.integer(value))
    }
  }

  /// A number. JSON has none that is not finite.
  public mutating func number(_ name: String, _ value: Double) throws {
    switch sink {
    case .container(var container): try container.encode(value, forKey: FieldKey(name))
    case .collector: values.append(.number(value))
    }
  }

  /// `true` or `false`.
  public mutating func boolean(_ name: String, _ value: Bool) throws {
    switch sink {
    case .container(var container): try container.encode(value, forKey: FieldKey(name))
    case .collector: values.append(.boolean(value))
    }
  }

  /// An instant, written in UTC, with milliseconds where they are not zero. RFC 3339 has the years 0 to 9999 only.
  public mutating func date(_ name: String, _ value: Date) throws {
    switch sink {
    case .container(var container):
      let text = try DateTimeFormat.text(for: value, at: container.codingPath, name)
      try container.encode(text, forKey: FieldKey(name))
    case .collector: values.append(.date(value))
    }
  }

  /// A value of any other type.
  public mutating func value<Value: Encodable & Hashable>(_ name: String, _ value: Value) throws {
    if Value.self == Date.self, let date = value as? Date {
      return try self.date(name, date)
    }
    switch sink {
    case .container(var container): try container.encode(value, forKey: FieldKey(name))
    case .collector: values.append(.other(AnyHashable(value)))
    }
  }

  private mutating func null(_ name: String) throws {
    switch sink {
    case .container(var container): try container.encodeNil(forKey: FieldKey(name))
    case .collector: values.append(.null)
    }
  }

  private mutating func nothing() {
    switch sink {
    case .container: break
    case .collector: values.append(.absent)
    }
  }
}

// MARK: - Members that may be left out

nonisolated extension FieldWriter {
  /// A string, left out if nil.
  public mutating func stringIfPresent(_ name: String, _ value: String?) throws {
    if let value { try string(name, value) } else { nothing() }
  }

  /// A whole number, left out if nil.
  public mutating func integerIfPresent(_ name: String, _ value: Int?) throws {
    if let value { try integer(name, value) } else { nothing() }
  }

  /// A number, left out if nil.
  public mutating func numberIfPresent(_ name: String, _ value: Double?) throws {
    if let value { try number(name, value) } else { nothing() }
  }

  /// `true` or `false`, left out if nil.
  public mutating func booleanIfPresent(_ name: String, _ value: Bool?) throws {
    if let value { try boolean(name, value) } else { nothing() }
  }

  /// An instant, left out if nil.
  public mutating func dateIfPresent(_ name: String, _ value: Date?) throws {
    if let value { try date(name, value) } else { nothing() }
  }

  /// A value of any other type, left out if nil.
  public mutating func valueIfPresent<Value: Encodable & Hashable>(_ name: String, _ value: Value?) throws {
    if let value { try self.value(name, value) } else { nothing() }
  }

  /// A member that is left out if nil, and otherwise null or a value.
  public mutating func nullable<Value: Encodable & Hashable>(_ name: String, _ value: Nullable<Value>?) throws
  {
    switch value {
    case .none: nothing()
    case .null: try null(name)
    case .value(let value): try self.value(name, value)
    }
  }
}

// MARK: - Members that are written as null if nil

nonisolated extension FieldWriter {
  /// A string, or null.
  public mutating func stringOrNull(_ name: String, _ value: String?) throws {
    if let value { try string(name, value) } else { try null(name) }
  }

  /// A whole number, or null.
  public mutating func integerOrNull(_ name: String, _ value: Int?) throws {
    if let value { try integer(name, value) } else { try null(name) }
  }

  /// A number, or null.
  public mutating func numberOrNull(_ name: String, _ value: Double?) throws {
    if let value { try number(name, value) } else { try null(name) }
  }

  /// `true` or `false`, or null.
  public mutating func booleanOrNull(_ name: String, _ value: Bool?) throws {
    if let value { try boolean(name, value) } else { try null(name) }
  }

  /// An instant, or null.
  public mutating func dateOrNull(_ name: String, _ value: Date?) throws {
    if let value { try date(name, value) } else { try null(name) }
  }

  /// A value of any other type, or null.
  public mutating func valueOrNull<Value: Encodable & Hashable>(_ name: String, _ value: Value?) throws {
    if let value { try self.value(name, value) } else { try null(name) }
  }
}

// MARK: - Members that the description does not name

nonisolated extension FieldWriter {
  /// The members that came with the data.
  public mutating func additionalProperties<Value: Encodable & Hashable>(_ members: [String: Value]) throws {
    switch sink {
    case .container(var container):
      for (name, value) in members {
        try container.encode(value, forKey: FieldKey(stringValue: name))
      }
    case .collector: values.append(.other(AnyHashable(members)))
    }
  }
}
