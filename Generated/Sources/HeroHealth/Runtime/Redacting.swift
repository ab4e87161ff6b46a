/// A value that keeps its content out of logs.
///
/// Printing, interpolating, reflecting and dumping such a value shows ``redactedDescription``. The conformance goes
/// through `TextOutputStreamable`, not `CustomStringConvertible`: a model may well have a member called
/// `description`, and that member must not become what a log shows.
public nonisolated protocol RedactedDescribable: TextOutputStreamable, CustomReflectable {
  /// What logs may show. By default the name of the type.
  var redactedDescription: String { get }

  /// The content in full: for debugging, not for logs. By default JSON text where the type is `Encodable`.
  var unredactedDescription: String { get }
}

nonisolated extension RedactedDescribable {
  public var redactedDescription: String {
    String(describing: Self.self)
  }

  public var unredactedDescription: String {
    redactedDescription
  }

  /// The redacted description.
  public var description: String {
    redactedDescription
  }

  /// The redacted description.
  public var debugDescription: String {
    redactedDescription
  }

  /// A mirror without children.
  public var customMirror: Mirror {
    Mirror(self, children: [])
  }

  /// Writes the redacted description.
  public func write<Target: TextOutputStream>(to target: inout Target) {
    target.write(redactedDescription)
  }
}

nonisolated extension RedactedDescribable where Self: Encodable {
  public var unredactedDescription: String {
    guard let data = try? JSONCoding.encode(self) else {
      return redactedDescription
    }
    return String(decoding: data, as: UTF8.self)
  }
}

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
