/// A structure of the API: an object schema of the description.
///
/// A model states two things, how it is read from the members of an object and how it writes them. `Codable`,
/// `Hashable` and a redacted description follow from these two and are supplied here: two models are equal when
/// they write the same members.
///
/// Printing a model shows its type and nothing of its content, since most of what an API carries is somebody's
/// personal data. Ask for ``RedactedDescribable/unredactedDescription`` where the content is wanted.
public nonisolated protocol APIModel: Codable, Hashable, Sendable, RedactedDescribable {
  /// Reads the model from the members of an object.
  ///
  /// - Throws: `DecodingError` with the coding path of the member that is missing or malformed.
  init(from fields: FieldReader) throws

  /// Writes the members of the model, in the order of the description.
  ///
  /// - Throws: `EncodingError` for a value that JSON cannot carry, such as a number that is not finite.
  func write(to fields: inout FieldWriter) throws
}

nonisolated extension APIModel {
  public init(from decoder: any Decoder) throws {
    try self.init(from: FieldReader(decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = FieldWriter(encoder)
    try write(to: &fields)
  }

  public static func == (left: Self, right: Self) -> Bool {
    var collected = FieldWriter.collecting()
    var compared = FieldWriter.collecting()
    guard (try? left.write(to: &collected)) != nil, (try? right.write(to: &compared)) != nil else {
      return false
    }
    return collected.values == compared.values
  }

  public func hash(into hasher: inout Hasher) {
    var fields = FieldWriter.collecting()
    try? write(to: &fields)
    hasher.combine(fields.values)
  }
}
