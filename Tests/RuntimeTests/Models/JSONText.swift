import ClientRuntime
import Foundation

/// A value as JSON text.
func json(_ value: some Encodable) throws -> String {
  String(decoding: try JSONCoding.encode(value), as: UTF8.self)
}

/// A value of JSON text.
func decode<Value: Decodable>(_ type: Value.Type, _ json: String, strict: Bool = false) throws -> Value {
  try JSONCoding.decode(type, from: Data(json.utf8), strict: strict)
}

/// What is wrong with JSON text, as logs would say it.
func problem<Value: Decodable>(_ type: Value.Type, _ json: String, strict: Bool = false) -> String {
  do {
    _ = try decode(type, json, strict: strict)
    return "nothing"
  } catch {
    return CodingProblem(error).description
  }
}
