/// A structure of the API: an object schema of the description.
///
/// A model states two things, how it is read from the members of an object and how it writes them. `Codable`,
/// `Hashable` and a redacted description follow from these two and are supplied here: two models are equal when
/// they write the same members.
///
/// Printing a model shows its type and nothing of its content, since most of what an API carries is somebody's
/// personal data. Ask for ``RedactedDescribable/unredactedDescription`` where the content is wanted.
public nonisolated protocol APIModel: Codable, Hashable, Sendable, RedactedDescribable, APIValidatable {
  /// Reads the model from the members of an object.
  ///
  /// - Throws: `DecodingError` with the coding path of the member that is missing or malformed.
  init(from fields: FieldReader) throws

  /// Writes the members of the model, in the order of the description.
  func write(to fields: inout FieldWriter)
}

nonisolated extension APIModel {
  public init(from decoder: any Decoder) throws {
    try self.init(from: FieldReader(decoder))
  }

  /// - Throws: `EncodingError` for a value that JSON cannot carry, such as a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    var fields = FieldWriter(encoder)
    write(to: &fields)
    try fields.finish()
  }

  public static func == (left: Self, right: Self) -> Bool {
    JSONOutput.areEqual(left, right)
  }

  public func hash(into hasher: inout Hasher) {
    JSONOutput.hash(self, into: &hasher)
  }
}
