public import Foundation
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

nonisolated extension ServerRequest {
  /// The body as a value that is written as JSON.
  ///
  /// - Parameters:
  ///   - type: The type of the value.
  ///   - rules: What is demanded of the value beside what its type demands.
  /// - Throws: ``HandlerError`` with status 415 for another media type, 413 for too large a body, and 400 for one that
  ///   is not what the description says.
  public func json<Value: Decodable>(_ type: Value.Type, rules: (any ValueRules)? = nil) async throws -> Value
  {
    guard let value = try await jsonIfPresent(type, rules: rules) else {
      throw HandlerError(.badRequest, message: "a body is required")
    }
    return value
  }

  /// The body as a value that is written as JSON, or nil if there is no body.
  ///
  /// - Throws: As ``json(_:rules:)``.
  public func jsonIfPresent<Value: Decodable>(
    _ type: Value.Type,
    rules: (any ValueRules)? = nil
  ) async throws -> Value? {
    try await valueIfPresent(type, rules: rules)
  }

  /// The body as a value that is written as JSON, or nil if there is no body or it is `null`.
  ///
  /// - Throws: As ``json(_:rules:)``.
  public func jsonIfPresent<Value: Decodable>(
    _ type: Value?.Type,
    rules: (any ValueRules)? = nil
  ) async throws -> Value? {
    try await valueIfPresent(type, rules: rules) ?? nil
  }

  private func valueIfPresent<Value: Decodable>(
    _ type: Value.Type,
    rules: (any ValueRules)?
  ) async throws -> Value? {
    let data = try await data()
    guard !data.isEmpty else { return nil }
    try require("application/json", HTTPMediaType.isJSON)
    let result: Value
    do {
      result = try JSONCoding.decode(type, from: data, strict: true)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
    return try Self.validated(result, rules: rules)
  }

  /// The body as text.
  ///
  /// - Parameter rules: What is demanded of the text.
  /// - Throws: ``HandlerError`` with status 413 for too large a body and 400 for one that is not UTF-8, or not what the
  ///   description says.
  public func text(rules: (any ValueRules)? = nil) async throws -> String {
    guard let text = String(data: try await data(), encoding: .utf8) else {
      throw HandlerError(.badRequest, message: "expected text in UTF-8")
    }
    return try Self.validated(text, rules: rules)
  }

  /// The body as bytes.
  ///
  /// - Throws: ``HandlerError`` with status 413 for too large a body.
  public func data() async throws -> Data {
    // A body that is announced as too large need not be read.
    if let length = context.request.headerFields[.contentLength].flatMap({ Int($0) }), length > bodyLimit {
      throw HandlerError(.contentTooLarge, message: "the body may have \(bodyLimit) bytes")
    }
    do {
      return try await body.collect(upTo: bodyLimit)
    } catch is HTTPBodyTooLarge {
      throw HandlerError(.contentTooLarge, message: "the body may have \(bodyLimit) bytes")
    }
  }

  /// The body as text, or nil if there is no body.
  ///
  /// - Throws: As ``text(rules:)``.
  public func textIfPresent(rules: (any ValueRules)? = nil) async throws -> String? {
    try await data().isEmpty ? nil : await text(rules: rules)
  }

  /// The body as bytes, or nil if there is no body.
  ///
  /// - Throws: As ``data()``.
  public func dataIfPresent() async throws -> Data? {
    let data = try await data()
    return data.isEmpty ? nil : data
  }

  /// The body as it arrives, which is not held to the limit of bodies: whoever reads it sets one.
  public func bytes() async throws -> HTTPBody {
    body
  }

  /// The body as it arrives, or nil if there is no body.
  public func bytesIfPresent() async throws -> HTTPBody? {
    hasBody ? body : nil
  }

  /// Whether there is a body: bytes, or a stream that the request names the media type of.
  public var hasBody: Bool {
    body.length.map { $0 > 0 } ?? (context.request.headerFields[.contentType] != nil)
  }

  /// The media type of the body as the request names it; `application/octet-stream` if it names none.
  public var contentType: String {
    context.request.headerFields[.contentType] ?? "application/octet-stream"
  }

  /// The first of these media types and ranges that the body is in.
  ///
  /// - Throws: ``HandlerError`` with status 415 if it is in none of them.
  public func mediaType(of mediaTypes: [String]) throws -> String {
    let essence = HTTPMediaType.essence(contentType)
    if let exact = mediaTypes.first(where: { HTTPMediaType.essence($0) == essence }) { return exact }
    let isJSON = HTTPMediaType.isJSON(essence)
    for mediaType in mediaTypes {
      let expected = HTTPMediaType.essence(mediaType)
      let isRange = expected == "*/*" || expected.hasSuffix("/*") && essence.hasPrefix(expected.dropLast())
      if isRange || isJSON && HTTPMediaType.isJSON(expected) { return mediaType }
    }
    let expected = mediaTypes.joined(separator: ", ")
    throw HandlerError(.unsupportedMediaType, message: "expected \(expected)", headers: [.accept: expected])
  }

  func require(_ expected: String, _ isExpected: (String) -> Bool) throws {
    guard isExpected(HTTPMediaType.essence(context.request.headerFields[.contentType])) else {
      throw HandlerError(.unsupportedMediaType, message: "expected \(expected)", headers: [.accept: expected])
    }
  }
}

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

nonisolated extension ServerRequest {
  /// The body as a form, `application/x-www-form-urlencoded`.
  ///
  /// - Parameters:
  ///   - type: The type to read.
  ///   - style: The style of members that are lists or objects; with `form`, lists are repeated and objects JSON.
  ///   - encoding: The fields that are written in other ways.
  ///   - rules: What is demanded of the value beside what its type demands.
  /// - Throws: ``HandlerError`` with status 415 for another media type, 413 for too large a body, and 400 for one that
  ///   is not what the description says.
  public func form<Value: Decodable>(
    _ type: Value.Type,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = [],
    rules: (any ValueRules)? = nil
  ) async throws -> Value {
    let text = try await self.text()
    try require("application/x-www-form-urlencoded") { $0 == "application/x-www-form-urlencoded" }
    let value = try form(type, Parameters.items(text[...], separatedBy: "&"), style, encoding)
    guard let rules else { return value }
    return try Self.validated(value, rules: rules)
  }

  /// The body as a form, or nil if there is no body.
  ///
  /// - Throws: As ``form(_:_:encoding:rules:)``.
  public func formIfPresent<Value: Decodable>(
    _ type: Value.Type,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = [],
    rules: (any ValueRules)? = nil
  ) async throws -> Value? {
    try await data().isEmpty ? nil : await form(type, style, encoding: encoding, rules: rules)
  }

  /// Reads a value from the fields of a form.
  func form<Value: Decodable>(
    _ type: Value.Type,
    _ items: [Parameters.Item],
    _ style: ParameterStyle,
    _ encoding: [FormEncoding]
  ) throws -> Value {
    let encodings = Dictionary(encoding.map { ($0.name, $0) }) { first, _ in first }
    var fields: [(name: String, value: String)] = []
    var bracketed: [(name: String, value: String)] = []
    var members: [String: TextDecoder.Node] = [:]
    for item in items {
      let name = String(item.name.prefix { $0 != "[" })
      let field = encodings[item.name] ?? encodings[name] ?? FormEncoding(name, style)
      if field.style == .deepObject {
        bracketed.append((item.name, try text(of: item)))
      } else if field.explode {
        fields.append((item.name, try text(of: item)))
      } else {
        let texts = try ParameterText.texts(item.rawValue, name, field.style, explode: false, isList: true)
        members[item.name] = TextDecoder.Node(texts: texts)
      }
    }
    for case .object(let more) in [TextDecoder.Node(members: fields), try bracketedNode(bracketed)] {
      members.merge(more) { first, _ in first }
    }
    let result: Value
    do {
      result = try TextDecoder(.object(members)).value(type)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
    return try Self.validated(result)
  }

  /// The members of items with brackets in their names.
  func bracketedNode(_ items: [(name: String, value: String)]) throws -> TextDecoder.Node {
    guard let node = TextDecoder.Node(bracketed: items) else {
      throw HandlerError(.badRequest, message: "a name has too many brackets")
    }
    return node
  }
}

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

nonisolated extension ServerRequest {
  /// Ends a check of parameters.
  ///
  /// - Throws: ``HandlerError`` with status 400 that names what is violated.
  public static func finish(_ check: ConstraintCheck) throws {
    do {
      try check.finish()
    } catch let violations as ConstraintViolations {
      throw HandlerError.invalid(violations)
    }
  }

  /// A value that was read from the request, once it is known to meet the constraints of the description.
  ///
  /// - Parameters:
  ///   - value: The value; of types without constraints every value passes.
  ///   - name: The parameter it came as; empty for the body.
  ///   - rules: What is demanded of the value beside what its type demands.
  /// - Throws: ``HandlerError`` with status 400 that names what is violated.
  static func validated<Value>(
    _ value: Value,
    _ name: String = "",
    rules: (any ValueRules)? = nil
  ) throws -> Value {
    var check = ConstraintCheck()
    if let value = value as? any APIValidatable { check.value(value, name) }
    if let rules, let value = value as? any Encodable { rules.check(value, name, in: &check) }
    try finish(check)
    return value
  }
}
