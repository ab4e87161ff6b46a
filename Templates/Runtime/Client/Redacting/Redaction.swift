// What models, unions and forms show of themselves, as ``RedactedDescribable`` has it. They do not conform to it, which
// would cost each of them a conformance, but supply the same; mirrors and printing stand where their protocols do.

nonisolated extension APIValidatable where Self: TextOutputStreamable {
  /// What logs may show: the name of the type.
  public var redactedDescription: String {
    String(describing: Self.self)
  }

  /// The redacted description, for what has no JSON text.
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
}

nonisolated extension APIValidatable where Self: TextOutputStreamable & Encodable {
  /// The content in full, as JSON text: for debugging, not for logs.
  public var unredactedDescription: String {
    guard let data = try? JSONCoding.encode(self) else {
      return redactedDescription
    }
    return String(decoding: data, as: UTF8.self)
  }
}
