/// A set of values that is complete: for what is only ever sent.
public nonisolated protocol APIClosedEnumeration: RawRepresentable, CaseIterable, Codable, Hashable, Sendable,
  ParameterValue
where RawValue: Codable & Hashable & ParameterValue {}

nonisolated extension APIClosedEnumeration {
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
