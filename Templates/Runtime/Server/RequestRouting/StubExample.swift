import ClientRuntime
import Foundation
import HTTPTypes

/// The examples of a description, as stubs answer with them.
public nonisolated enum StubExample {
  /// Reads an example.
  ///
  /// - Throws: ``HandlerError`` with status 500 if the example is not what the description says.
  public static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    do {
      return try JSONCoding.decode(type, from: Data(json.utf8))
    } catch {
      throw HandlerError(.internalServerError, message: "the example does not fit: \(CodingProblem(error))")
    }
  }
}
