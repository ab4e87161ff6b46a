/// A body of several parts with names and types, as the description has them.
///
/// A form states two things, how it is read from parts and how it writes them.
public typealias MultipartForm = PartCodable & TextOutputStreamable & CustomReflectable

/// What reads and writes itself part by part; see ``FieldCodable`` for what it does not inherit.
public nonisolated protocol PartCodable: APIValidatable {
  /// Reads the form from parts that are in memory.
  ///
  /// - Throws: ``CodingProblem`` with the name of the part that is missing or malformed.
  init(from parts: MultipartBody) throws

  /// Adds the parts of the form, in the order of the description.
  func write(to parts: inout MultipartBody)
}

nonisolated extension PartCodable {
  /// Demands nothing.
  public func validate(_ check: inout ConstraintCheck) {}

  /// A mirror without children.
  public var customMirror: Mirror {
    Mirror(self, children: [])
  }

  /// Writes the redacted description.
  public func write<Target: TextOutputStream>(to target: inout Target) {
    target.write(String(describing: Self.self))
  }
}
