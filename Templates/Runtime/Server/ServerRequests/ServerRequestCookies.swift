public import ClientRuntime
import Foundation

nonisolated extension ServerRequest {
  /// A cookie that must be there.
  public func cookie<Value: ParameterValue>(
    _ name: String,
    _ type: Value.Type,
    _ style: ParameterStyle = .form
  ) throws -> Value {
    try required(cookieIfPresent(name, type, style), name)
  }

  /// A cookie, or nil if it is absent.
  public func cookieIfPresent<Value: ParameterValue>(
    _ name: String,
    _ type: Value.Type,
    _ style: ParameterStyle = .form
  ) throws -> Value? {
    try cookieTexts(name, style, explode: true)?.first.map { try value($0, name) }
  }

  /// A cookie that is a list and must be there.
  public func cookie<Value: ParameterValue>(
    _ name: String,
    _ type: [Value].Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> [Value] {
    try required(cookieIfPresent(name, type, style, explode: explode), name)
  }

  /// A cookie that is a list, or nil if it is absent.
  public func cookieIfPresent<Value: ParameterValue>(
    _ name: String,
    _ type: [Value].Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> [Value]? {
    try cookieTexts(name, style, explode: explode ?? style.explodesByDefault)
      .map { try $0.map { try value($0, name) } }
  }

  /// A cookie that is an object and must be there.
  public func cookie<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    except otherNames: [String] = []
  ) throws -> Value {
    try required(cookieIfPresent(name, object: type, style, explode: explode, except: otherNames), name)
  }

  /// A cookie that is an object, or nil if it is absent.
  ///
  /// The members of an exploded object are cookies of their own: it is absent if one of its members that must be there
  /// is.
  public func cookieIfPresent<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    except otherNames: [String] = []
  ) throws -> Value? {
    guard explode ?? style.explodesByDefault else {
      return try cookieTexts(name, style, explode: false).map { texts in
        try value(type, ParameterText.members(texts, name, explode: false), name)
      }
    }
    let members = try parameters.cookies.filter { !otherNames.contains($0.name) }
      .map { ($0.name, try cookieText($0, style)) }
    guard !members.isEmpty else { return nil }
    let result: Value
    do {
      result = try TextDecoder(TextDecoder.Node(members: members)).value(type)
    } catch DecodingError.keyNotFound {
      return nil
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
    return try Self.validated(result)
  }

  /// A cookie that is a scalar or a list, and must be there.
  public func cookie<Value: Decodable>(
    _ name: String,
    value type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> Value {
    try required(cookieIfPresent(name, value: type, style, explode: explode), name)
  }

  /// A cookie that is a scalar or a list, or nil if it is absent.
  public func cookieIfPresent<Value: Decodable>(
    _ name: String,
    value type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> Value? {
    try cookieTexts(name, style, explode: explode ?? style.explodesByDefault)
      .map { try value(type, TextDecoder.Node(texts: $0), name) }
  }

  /// A cookie that is written as JSON text and must be there.
  public func cookie<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value {
    try required(cookieIfPresent(name, json: type), name)
  }

  /// A cookie that is written as JSON text, or nil if it is absent.
  public func cookieIfPresent<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value? {
    try cookieIfPresent(name, String.self).map { try value(type, json: $0, name) }
  }

  /// The texts of a cookie: several of one name if they are exploded, else those between commas.
  private func cookieTexts(_ name: String, _ style: ParameterStyle, explode: Bool) throws -> [String]? {
    let items = parameters.cookies.filter { $0.name == name }
    guard let first = items.first else { return nil }
    if explode { return try items.map { try cookieText($0, style) } }
    if style == .cookie { return first.rawValue.split(separator: ",").map(String.init) }
    return try ParameterText.texts(first.rawValue, name, .simple, explode: false, isList: true)
  }

  /// The text of a cookie, in which a plus sign is one.
  private func cookieText(_ item: Parameters.Item, _ style: ParameterStyle) throws -> String {
    if style == .cookie { return String(item.rawValue) }
    guard let text = item.rawValue.removingPercentEncoding else {
      throw HandlerError.invalid(item.name, "is not percent-encoded correctly")
    }
    return text
  }
}
