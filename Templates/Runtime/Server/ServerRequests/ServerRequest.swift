public import ClientRuntime
import Foundation
import HTTPTypes

/// A request that belongs to an operation: its parameters and its body, read as the description says.
///
/// Everything here throws ``HandlerError`` with status 400 for what is missing or malformed; it names the
/// parameter or the member and never the value.
public nonisolated struct ServerRequest: Sendable {
  /// The operation.
  public let route: Route

  /// What handlers may want to know beyond the parameters.
  public let context: RequestContext

  let parameters: Parameters
  let pathValues: [String: Substring]
  let body: HTTPBody
  let bodyLimit: Int
}

nonisolated extension ServerRequest: RedactedDescribable {
  /// The operation, its method and its path template.
  public var redactedDescription: String {
    context.redactedDescription
  }
}

nonisolated extension PresentedCredentials: RedactedDescribable {
  /// The names of the schemes.
  public var redactedDescription: String {
    "PresentedCredentials(\(schemes.joined(separator: ", ")))"
  }
}

nonisolated extension RequestContext: RedactedDescribable {
  /// The operation, its method and its path template.
  public var redactedDescription: String {
    "\(operationID) \(request.method.rawValue) \(pathTemplate)"
  }
}

// MARK: - Values

nonisolated extension ServerRequest {
  func required<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw HandlerError.invalid(name, "is missing") }
    return value
  }

  func value<Value: ParameterValue>(of item: Parameters.Item) throws -> Value {
    try value(text(of: item), item.name)
  }

  func value<Value: ParameterValue>(_ text: String, _ name: String) throws -> Value {
    guard let value = Value(parameterText: text) else {
      throw HandlerError.invalid(name, "expected \(Value.parameterExpectation)")
    }
    return value
  }

  func text(of item: Parameters.Item) throws -> String {
    guard let text = item.value else {
      throw HandlerError.invalid(item.name, "is not percent-encoded correctly")
    }
    return text
  }

  /// Reads a value from what a style was taken apart into.
  func value<Value: Decodable>(_ type: Value.Type, _ node: TextDecoder.Node, _ name: String) throws -> Value {
    let result: Value
    do {
      result = try TextDecoder(node, [FieldKey(name)]).value(type)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
    return try Self.validated(result, name)
  }

  /// Reads a value from JSON text.
  func value<Value: Decodable>(_ type: Value.Type, json text: String, _ name: String) throws -> Value {
    let result: Value
    do {
      result = try JSONCoding.decode(type, from: Data(text.utf8), strict: true)
    } catch {
      throw HandlerError.invalid(name, CodingProblem(error).description)
    }
    return try Self.validated(result, name)
  }
}
