/// The name of a member of an object.
public nonisolated struct FieldKey: CodingKey, Hashable, Sendable {
  /// The name as it stands in JSON.
  public let stringValue: String

  /// Whether the description names the member; a name that came with the data may itself be personal.
  let isDeclared: Bool

  /// Always nil: members of objects have no index.
  public var intValue: Int? { nil }

  /// A member that the description names.
  public init(_ name: String) {
    stringValue = name
    isDeclared = true
  }

  /// A member that came with the data.
  public init(stringValue: String) {
    self.stringValue = stringValue
    isDeclared = false
  }

  /// Always nil: members of objects have no index.
  public init?(intValue: Int) {
    return nil
  }

  public static func == (left: FieldKey, right: FieldKey) -> Bool {
    left.stringValue == right.stringValue
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(stringValue)
  }
}
