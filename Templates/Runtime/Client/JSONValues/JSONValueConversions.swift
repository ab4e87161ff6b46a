nonisolated extension JSONValue {
  /// The JSON that a value is written as.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry, such as a number that is not finite.
  public init(encoding value: some Encodable) throws {
    self = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value))
  }

  /// The value read as a type, for members of which the type is known from elsewhere.
  ///
  /// ```swift
  /// let address = try patient.additionalProperties["address"]?.decode(Address.self)
  /// ```
  ///
  /// - Throws: `DecodingError`; ``CodingProblem`` makes a text of it that is fit for logs.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONCoding.decode(type, from: JSONCoding.encode(self))
  }
}
