public import Foundation

/// How this package reads and writes JSON.
///
/// Models are `Codable` and work with any coder, though slower, and a list of instants or a byte string follows the
/// coder's settings: these are the API's. Use them for messages that arrive by other ways than a call, such as webhooks.
public nonisolated enum JSONCoding {
  /// Reads a value from JSON text.
  ///
  /// - Parameters:
  ///   - type: The type to read.
  ///   - data: JSON text in UTF-8.
  ///   - strict: Whether values that the description does not allow are refused: unknown enumeration values,
  ///     unknown members of unions, missing members that may be null. A server reads strictly; a client keeps what
  ///     it does not know, since an API may grow.
  /// - Throws: `DecodingError`; ``CodingProblem`` makes a text of it that is fit for logs.
  public static func decode<Value: Decodable>(
    _ type: Value.Type,
    from data: Data,
    strict: Bool = false
  ) throws -> Value {
    try value(type, from: data, strict: strict)
  }

  /// As ``decode(_:from:strict:)``, for a type that is found to be `Decodable` at run time.
  static func value<Value>(_ type: Value.Type, from data: Data, strict: Bool = false) throws -> Value {
    let document = try JSONDocument(data)
    return try JSONReader(document: document, index: 0, isStrict: strict).value(type)
  }

  /// Writes a value as JSON text: the members of models in the order of the description, others by name.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry, such as a number that is not finite.
  public static func encode<Value: Encodable>(_ value: Value) throws -> Data {
    let output = JSONOutput()
    try output.value(value)
    return Data(output.bytes)
  }

  /// A decoder with the settings of the API.
  ///
  /// - Parameter strict: As for ``decode(_:from:strict:)``.
  public static func decoder(strict: Bool = false) -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let text = try decoder.singleValueContainer().decode(String.self)
      return try DateTimeFormat.date(from: text, at: decoder.codingPath)
    }
    if strict { decoder.userInfo = strictUserInfo }
    return decoder
  }

  /// What a decoder, of whatever format, has as its `userInfo` to read strictly.
  public static let strictUserInfo: [CodingUserInfoKey: any Sendable] =
    CodingUserInfoKey.refusesUnknownValues.map { [$0: true] } ?? [:]

  /// An encoder with the settings of the API.
  public static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(DateTimeFormat.text(for: date, at: encoder.codingPath))
    }
    return encoder
  }
}

nonisolated extension CodingUserInfoKey {
  /// Set to `true` in a decoder that reads strictly.
  static let refusesUnknownValues = CodingUserInfoKey(rawValue: "refusesUnknownValues")
}

nonisolated extension Decoder {
  /// Whether values that the description does not allow are refused rather than kept.
  var isStrict: Bool {
    guard let key = CodingUserInfoKey.refusesUnknownValues else { return false }
    return userInfo[key] as? Bool ?? false
  }
}
