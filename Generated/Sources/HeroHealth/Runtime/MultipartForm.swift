/// A body of several parts with names and types, as the description has them.
///
/// A form states two things, how it is read from parts and how it writes them.
public nonisolated protocol MultipartForm: APIValidatable, RedactedDescribable {
  /// Reads the form from parts that are in memory.
  ///
  /// - Throws: ``CodingProblem`` with the name of the part that is missing or malformed.
  init(from parts: MultipartBody) throws

  /// Adds the parts of the form, in the order of the description.
  func write(to parts: inout MultipartBody)
}

nonisolated extension MultipartForm {
  /// Demands nothing.
  public func validate(_ check: inout ConstraintCheck) {}

  /// The type, and nothing of its content.
  public var redactedDescription: String {
    String(describing: Self.self)
  }
}
