public import ClientRuntime

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

  /// A path variable that is an object.
  public func path<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .simple,
    explode: Bool = false
  ) throws -> Value {
    let raw = try rawPathValue(name)
    if style == .matrix && explode {
      return try value(type, ParameterText.pairs(raw.dropFirst(), name, separator: ";"), name)
    }
    let texts = try ParameterText.texts(raw, name, style, explode: explode, isList: true)
    return try value(type, ParameterText.members(texts, name, explode: explode), name)
  }

  /// A path variable that is a scalar or a list.
  public func path<Value: Decodable>(
    _ name: String,
    value type: Value.Type,
    _ style: ParameterStyle = .simple,
    explode: Bool = false
  ) throws -> Value {
    let texts = try ParameterText.texts(rawPathValue(name), name, style, explode: explode, isList: true)
    return try value(type, TextDecoder.Node(texts: texts), name)
  }

  /// A path variable that is written as JSON text.
  public func path<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value {
    try value(type, json: path(name, String.self), name)
  }

  private func rawPathValue(_ name: String) throws -> Substring {
    guard let text = pathValues[name] else { throw HandlerError.invalid(name, "is missing") }
    return text
  }
}
