/// A body of several parts with names and types, as the description has them.
///
/// A form states two things, how it is read from parts and how it writes them.
public typealias MultipartForm = PartCodable & CustomReflectable

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
}

nonisolated extension PartCodable {
  /// What logs may show: the name of the type.
  public var redactedDescription: String {
    String(describing: Self.self)
  }

  /// The redacted description: there is no JSON text of parts.
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

  /// A mirror without children, which is all that printing shows.
  public var customMirror: Mirror {
    Mirror(self, children: [], displayStyle: .struct)
  }
}
