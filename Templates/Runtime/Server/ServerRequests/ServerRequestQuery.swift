public import ClientRuntime
import Foundation

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
    if style == .deepObject {
      return try deepNode(name).map { node in
        try node.elements.map { element in
          guard case .text(let text) = element else { throw HandlerError.invalid(name, "expected a list") }
          return try value(text, name)
        }
      }
    }
    let items = parameters.query.filter { $0.name == name }
    guard let first = items.first else { return nil }
    if explode ?? style.explodesByDefault { return try items.map { try value(of: $0) } }
    return try ParameterText.texts(first.rawValue, name, style, explode: false, isList: true)
      .map { try value($0, name) }
  }
}

// MARK: - Objects and other shapes

nonisolated extension ServerRequest {
  /// A query parameter that is an object and must be there.
  public func query<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    except otherNames: [String] = []
  ) throws -> Value {
    let node = try objectNode(
      name,
      style,
      explode: explode ?? style.explodesByDefault,
      except: otherNames
    )
    return try value(type, node ?? .object([:]), name)
  }

  /// A query parameter that is an object, or nil if it is absent.
  ///
  /// The members of an exploded form stand among the other parameters: it is absent if one of its members that must be
  /// there is. Members of any name are told from other parameters by the names of these.
  public func queryIfPresent<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    except otherNames: [String] = []
  ) throws -> Value? {
    let explode = explode ?? style.explodesByDefault
    guard let node = try objectNode(name, style, explode: explode, except: otherNames) else { return nil }
    if explode && style == .form {
      let result: Value
      do {
        result = try TextDecoder(node).value(type)
      } catch DecodingError.keyNotFound {
        return nil
      } catch {
        throw HandlerError.invalid(CodingProblem(error))
      }
      return try Self.validated(result, name)
    }
    return try value(type, node, name)
  }

  /// A query parameter of one of several types, which must be there.
  public func query<Value: Decodable>(
    _ name: String,
    value type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> Value {
    try required(queryIfPresent(name, value: type, style, explode: explode), name)
  }

  /// A query parameter of one of several types, or nil if it is absent. Objects are read in style `deepObject` only: in
  /// the others they cannot be told from lists or other parameters.
  public func queryIfPresent<Value: Decodable>(
    _ name: String,
    value type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> Value? {
    try valueNode(name, style, explode: explode ?? style.explodesByDefault).map { try value(type, $0, name) }
  }

  private func objectNode(
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    except otherNames: [String]
  ) throws -> TextDecoder.Node? {
    if style == .deepObject { return try deepNode(name) }
    if explode {
      let members = try parameters.query.filter { !otherNames.contains($0.name) }
        .map { ($0.name, try text(of: $0)) }
      return members.isEmpty ? nil : TextDecoder.Node(members: members)
    }
    guard let item = parameters.query.first(where: { $0.name == name }) else { return nil }
    let texts = try ParameterText.texts(item.rawValue, name, style, explode: false, isList: true)
    return try ParameterText.members(texts, name, explode: false)
  }

  private func valueNode(_ name: String, _ style: ParameterStyle, explode: Bool) throws -> TextDecoder.Node? {
    if style == .deepObject { return try deepNode(name) }
    let items = parameters.query.filter { $0.name == name }
    guard let first = items.first else { return nil }
    if explode { return TextDecoder.Node(texts: try items.map { try text(of: $0) }) }
    return TextDecoder.Node(
      texts: try ParameterText.texts(first.rawValue, name, style, explode: false, isList: true)
    )
  }

  /// What stands at `name`, `name[]`, `name[0]` and `name[member]`.
  private func deepNode(_ name: String) throws -> TextDecoder.Node? {
    let items = parameters.query.filter { $0.name == name || $0.name.hasPrefix(name + "[") }
    guard !items.isEmpty else { return nil }
    // The name itself may have brackets.
    let node = try bracketedNode(items.map { ("it" + $0.name.dropFirst(name.count), try text(of: $0)) })
    return node.members?["it"]
  }
}

// MARK: - JSON

nonisolated extension ServerRequest {
  /// A query parameter that is written as JSON text and must be there.
  public func query<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value {
    try required(queryIfPresent(name, json: type), name)
  }

  /// A query parameter that is written as JSON text, or nil if it is absent.
  public func queryIfPresent<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value? {
    guard let item = parameters.query.first(where: { $0.name == name }) else { return nil }
    return try value(type, json: text(of: item), name)
  }
}

// MARK: - The query string as a whole

nonisolated extension ServerRequest {
  /// The query string as a form (OpenAPI 3.2, “Parameter Locations”).
  public func queryString<Value: Decodable>(
    form type: Value.Type,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) throws -> Value {
    try form(type, parameters.query, style, encoding)
  }

  /// The query string as a form, or nil if there is none.
  public func queryStringIfPresent<Value: Decodable>(
    form type: Value.Type,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) throws -> Value? {
    parameters.query.isEmpty ? nil : try form(type, parameters.query, style, encoding)
  }

  /// The query string as JSON text.
  public func queryString<Value: Decodable>(json type: Value.Type) throws -> Value {
    try required(queryStringIfPresent(json: type), "query")
  }

  /// The query string as JSON text, or nil if there is none.
  public func queryStringIfPresent<Value: Decodable>(json type: Value.Type) throws -> Value? {
    try queryStringIfPresent(String.self).map { try value(type, json: $0, "query") }
  }

  /// The query string as any text.
  public func queryString<Value: ParameterValue>(_ type: Value.Type) throws -> Value {
    try required(queryStringIfPresent(type), "query")
  }

  /// The query string as any text, or nil if there is none.
  public func queryStringIfPresent<Value: ParameterValue>(_ type: Value.Type) throws -> Value? {
    guard !parameters.rawQuery.isEmpty else { return nil }
    guard let text = parameters.rawQuery.removingPercentEncoding else {
      throw HandlerError.invalid("query", "is not percent-encoded correctly")
    }
    return try value(text, "query")
  }
}
