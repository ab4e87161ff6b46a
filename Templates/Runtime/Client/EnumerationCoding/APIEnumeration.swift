/// A set of values that may grow: one that this version does not know is kept as `unrecognized`.
///
/// A client keeps what it does not know, because an API adds values without notice; a server, which reads strictly,
/// refuses it.
public typealias APIEnumeration = OpenEnumeration & CaseIterable & Codable & Hashable

/// What reads and writes itself as one of a set of values that may grow; see ``FieldCodable`` for what it leaves out.
///
/// One that is a parameter, too, says so by conforming to ``ParameterValue``, all of which stands here.
public nonisolated protocol OpenEnumeration: RawRepresentable, Sendable where RawValue: ParameterValue {
  /// The values that the description lists.
  static var allCases: [Self] { get }

  /// The value for a text or number of the API, known or not.
  init(rawValue: RawValue)
}

nonisolated extension OpenEnumeration {
  /// Whether the description lists the value.
  public var isKnown: Bool {
    let text = rawValue.parameterText
    return Self.allCases.contains { $0.rawValue.parameterText == text }
  }

  public init?(parameterText: String) {
    guard let rawValue = RawValue(parameterText: parameterText) else { return nil }
    self.init(rawValue: rawValue)
    guard isKnown else { return nil }
  }

  public var parameterText: String? {
    rawValue.parameterText
  }

  public static var parameterExpectation: String {
    "one of " + allCases.compactMap(\.rawValue.parameterText).joined(separator: ", ")
  }
}

nonisolated extension OpenEnumeration where RawValue: Codable & Hashable {
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
    if decoder.isStrict && !isKnown {
      throw CodingProblem.Expectation(Self.parameterExpectation).error(at: decoder.codingPath)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(rawValue)
  }
}
