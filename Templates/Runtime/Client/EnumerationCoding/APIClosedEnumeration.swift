/// A set of values that is complete: for what is only ever sent.
public typealias APIClosedEnumeration = ClosedEnumeration & CaseIterable & Codable & Hashable

/// What reads and writes itself as one of a complete set; see ``FieldCodable`` for what it leaves out.
///
/// One that is a parameter, too, says so by conforming to ``ParameterValue``, all of which stands here.
public nonisolated protocol ClosedEnumeration: RawRepresentable, Sendable where RawValue: ParameterValue {
  /// The values that the description lists.
  static var allCases: [Self] { get }
}

nonisolated extension ClosedEnumeration {
  public init?(parameterText: String) {
    guard let rawValue = RawValue(parameterText: parameterText) else { return nil }
    self.init(rawValue: rawValue)
  }

  public var parameterText: String? {
    rawValue.parameterText
  }

  public static var parameterExpectation: String {
    "one of " + allCases.compactMap(\.rawValue.parameterText).joined(separator: ", ")
  }
}

nonisolated extension ClosedEnumeration where RawValue: Codable {
  public init(from decoder: any Decoder) throws {
    guard let value = Self(rawValue: try decoder.singleValueContainer().decode(RawValue.self)) else {
      throw CodingProblem.Expectation(Self.parameterExpectation).error(at: decoder.codingPath)
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
