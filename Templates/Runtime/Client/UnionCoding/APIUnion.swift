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
