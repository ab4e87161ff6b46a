import Foundation
import HTTPTypes
public import HeroHealth

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

// MARK: - Path

nonisolated extension ServerRequest {
  /// A path variable.
  public func path<Value: ParameterValue>(
    _ name: String,
    _ type: Value.Type,
    _ style: ParameterStyle = .simple
  ) throws -> Value {
    let texts = try ParameterText.texts(rawPathValue(name), name, style, explode: false, isList: false)
    return try value(texts.first ?? "", name)
  }

  /// A path variable that is a list.
  public func path<Value: ParameterValue>(
    _ name: String,
    _ type: [Value].Type,
    _ style: ParameterStyle = .simple,
    explode: Bool = false
  ) throws -> [Value] {
    let texts = try ParameterText.texts(rawPathValue(name), name, style, explode: explode, isList: true)
    return try texts.map { try value($0, name) }
  }

  private func rawPathValue(_ name: String) throws -> Substring {
    guard let text = pathValues[name] else { throw HandlerError.invalid(name, "is missing") }
    return text
  }
}

// MARK: - Query

nonisolated extension ServerRequest {
  /// A query parameter that must be there.
  public func query<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value {
    try required(queryIfPresent(name, type), name)
  }

  /// A query parameter, or nil if it is absent.
  public func queryIfPresent<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value? {
    try parameters.query.first { $0.name == name }.map { try value(of: $0) }
  }

  /// A query parameter that is a list and must be there.
  public func query<Value: ParameterValue>(
    _ name: String,
    _ type: [Value].Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> [Value] {
    try required(queryIfPresent(name, type, style, explode: explode), name)
  }

  /// A query parameter that is a list, or nil if it is absent.
  public func queryIfPresent<Value: ParameterValue>(
    _ name: String,
    _ type: [Value].Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> [Value]? {
    let items = parameters.query.filter { $0.name == name }
    guard let first = items.first else { return nil }
    if explode ?? style.explodesByDefault { return try items.map { try value(of: $0) } }
    return try ParameterText.texts(first.rawValue, name, style, explode: false, isList: true)
      .map { try value($0, name) }
  }
}

// MARK: - Headers and cookies

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
    try headerText(name).map { text in
      try text.split(separator: ",").map { try value($0.trimmingCharacters(in: .whitespaces), name) }
    }
  }

  /// A cookie that must be there.
  public func cookie<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value {
    try required(cookieIfPresent(name, type), name)
  }

  /// A cookie, or nil if it is absent.
  public func cookieIfPresent<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value? {
    try parameters.cookies.first { $0.name == name }.map { try value(of: $0) }
  }

  func headerText(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { context.request.headerFields[$0] }
  }
}

// MARK: - Values

nonisolated extension ServerRequest {
  private func required<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw HandlerError.invalid(name, "is missing") }
    return value
  }

  private func value<Value: ParameterValue>(of item: Parameters.Item) throws -> Value {
    guard let text = item.value else {
      throw HandlerError.invalid(item.name, "is not percent-encoded correctly")
    }
    return try value(text, item.name)
  }

  private func value<Value: ParameterValue>(_ text: String, _ name: String) throws -> Value {
    guard let value = Value(parameterText: text) else {
      throw HandlerError.invalid(name, "expected \(Value.parameterExpectation)")
    }
    return value
  }
}
