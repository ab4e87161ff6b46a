// What models, unions and forms show of themselves, as ``RedactedDescribable`` has it. They do not conform to it, which
// would cost each of them a conformance, but supply the same; mirrors and printing stand where their protocols do.

nonisolated extension FieldCodable {
  /// What logs may show: the name of the type.
  public var redactedDescription: String {
    String(describing: Self.self)
  }

  /// The content in full, as JSON text: for debugging, not for logs.
  public var unredactedDescription: String {
    guard let value = self as? any Encodable, let data = try? JSONCoding.encode(value) else {
      return redactedDescription
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// The redacted description.
  public var description: String {
    redactedDescription
  }

  /// The redacted description.
  public var debugDescription: String {
    redactedDescription
  }

  /// A mirror without children, which is all that printing shows.
  public var customMirror: Mirror {
    Mirror(self, children: [], displayStyle: .struct)
  }
}

nonisolated extension UnionCodable {
  /// What logs may show: the name of the type.
  public var redactedDescription: String {
    String(describing: Self.self)
  }

  /// The content in full, as JSON text: for debugging, not for logs.
  public var unredactedDescription: String {
    guard let value = self as? any Encodable, let data = try? JSONCoding.encode(value) else {
      return redactedDescription
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// The redacted description.
  public var description: String {
    redactedDescription
  }

  /// The redacted description.
  public var debugDescription: String {
    redactedDescription
  }

  /// A mirror without children, which is all that printing shows.
  public var customMirror: Mirror {
    Mirror(self, children: [], displayStyle: .struct)
  }
}
