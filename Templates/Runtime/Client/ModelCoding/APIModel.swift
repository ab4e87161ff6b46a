/// A structure of the API: an object schema of the description.
///
/// A model states two things, how it is read from the members of an object and how it writes them. `Codable`,
/// `Hashable` and a redacted description follow from these two and are supplied by ``FieldCodable``: two models are
/// equal when they write the same members.
///
/// Printing a model shows its type, `Patient()`, and nothing of its content, since most of what an API carries is
/// somebody's personal data. Ask for `unredactedDescription` where the content is wanted.
public typealias APIModel = FieldCodable & Codable & Hashable & CustomReflectable

/// What reads and writes itself member by member.
///
/// It inherits from no protocol of the standard library: for each type, the compiler would emit code that finds out at
/// run time how the type conforms. ``APIModel`` puts those protocols beside it.
public nonisolated protocol FieldCodable: APIValidatable {
  /// Reads the model from the members of an object.
  ///
  /// - Throws: `DecodingError` with the coding path of the member that is missing or malformed.
  init(from fields: FieldReader) throws

  /// Writes the members of the model, in the order of the description.
  func write(to fields: inout FieldWriter)
}

nonisolated extension FieldCodable {
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
    JSONOutput.areSame(left, right) || JSONOutput(comparing: left) == JSONOutput(comparing: right)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(JSONOutput(comparing: self))
  }
}
