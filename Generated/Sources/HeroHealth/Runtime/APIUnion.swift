/// A value that is one of several types: `oneOf` or `anyOf` of the description.
///
/// A union states how it is told apart and how it is written; `Codable` and the redacted description follow.
public nonisolated protocol APIUnion: Codable, Hashable, Sendable, RedactedDescribable, APIValidatable {
  /// Reads the member that the value is.
  ///
  /// - Throws: `DecodingError` with the coding path.
  init(from union: UnionReader) throws

  /// Writes the member as it is, without anything around it.
  func write(to union: inout UnionWriter)
}

nonisolated extension APIUnion {
  public init(from decoder: any Decoder) throws {
    try self.init(from: UnionReader(decoder))
  }

  /// - Throws: `EncodingError` for a value that JSON cannot carry, such as a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    var union = UnionWriter(encoder)
    write(to: &union)
    try union.finish()
  }
}
