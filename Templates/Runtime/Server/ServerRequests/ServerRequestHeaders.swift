public import ClientRuntime
import Foundation
import HTTPTypes

nonisolated extension ServerRequest {
  /// A header that must be there.
  public func header<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value {
    try required(headerIfPresent(name, type), name)
  }

  /// A header, or nil if it is absent.
  public func headerIfPresent<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value? {
    try headerText(name).map { try value($0, name) }
  }

  /// A header that is a list and must be there.
  public func header<Value: ParameterValue>(_ name: String, _ type: [Value].Type) throws -> [Value] {
    try required(headerIfPresent(name, type), name)
  }

  /// A header that is a list, or nil if it is absent.
  public func headerIfPresent<Value: ParameterValue>(_ name: String, _ type: [Value].Type) throws -> [Value]?
  {
    try headerTexts(name).map { try $0.map { try value($0, name) } }
  }

  /// A header that is an object and must be there.
  public func header<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    explode: Bool = false
  ) throws -> Value {
    try required(headerIfPresent(name, object: type, explode: explode), name)
  }

  /// A header that is an object, or nil if it is absent.
  public func headerIfPresent<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    explode: Bool = false
  ) throws -> Value? {
    try headerTexts(name).map { texts in
      try value(type, ParameterText.members(texts, name, explode: explode), name)
    }
  }

  /// A header that is a scalar or a list, and must be there.
  public func header<Value: Decodable>(
    _ name: String,
    value type: Value.Type,
    explode: Bool = false
  ) throws -> Value {
    try required(headerIfPresent(name, value: type, explode: explode), name)
  }

  /// A header that is a scalar or a list, or nil if it is absent. Lists look the same, exploded or not.
  public func headerIfPresent<Value: Decodable>(
    _ name: String,
    value type: Value.Type,
    explode: Bool = false
  ) throws -> Value? {
    try headerTexts(name).map { try value(type, TextDecoder.Node(texts: $0), name) }
  }

  /// A header that is written as JSON text and must be there.
  public func header<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value {
    try required(headerIfPresent(name, json: type), name)
  }

  /// A header that is written as JSON text, or nil if it is absent.
  public func headerIfPresent<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value? {
    try headerText(name).map { try value(type, json: $0, name) }
  }

  private func headerText(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { context.request.headerFields[$0] }
  }

  private func headerTexts(_ name: String) -> [String]? {
    headerText(name)?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
