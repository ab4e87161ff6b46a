import Foundation
import HTTPTypes
public import HeroHealth

// MARK: - Objects

nonisolated extension ServerRequest {
  /// A path variable that is an object.
  public func path<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .simple,
    explode: Bool = false
  ) throws -> Value {
    guard let raw = pathValues[name] else { throw HandlerError.invalid(name, "is missing") }
    if style == .matrix && explode {
      return try Self.read(type, ParameterText.pairs(raw.dropFirst(), name, separator: ";"), name)
    }
    let texts = try ParameterText.texts(raw, name, style, explode: explode, isList: true)
    return try Self.read(type, ParameterText.members(texts, name, explode: explode), name)
  }

  /// A query parameter that is an object and must be there.
  public func query<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> Value {
    let node = try queryNode(name, style, explode: explode ?? style.explodesByDefault)
    return try Self.read(type, node ?? .object([:]), name)
  }

  /// A query parameter that is an object, or nil if it is absent.
  ///
  /// The members of an exploded form stand among the other parameters: it is absent if one of its members that must be
  /// there is.
  public func queryIfPresent<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) throws -> Value? {
    let explode = explode ?? style.explodesByDefault
    guard let node = try queryNode(name, style, explode: explode) else { return nil }
    if explode && style == .form {
      do {
        return try TextDecoder(node).value(type)
      } catch DecodingError.keyNotFound {
        return nil
      } catch {
        throw HandlerError.invalid(CodingProblem(error))
      }
    }
    return try Self.read(type, node, name)
  }

  /// A header that is an object and must be there.
  public func header<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    explode: Bool = false
  ) throws -> Value {
    guard let value = try headerIfPresent(name, object: type, explode: explode) else {
      throw HandlerError.invalid(name, "is missing")
    }
    return value
  }

  /// A header that is an object, or nil if it is absent.
  public func headerIfPresent<Value: Decodable>(
    _ name: String,
    object type: Value.Type,
    explode: Bool = false
  ) throws -> Value? {
    guard let text = headerText(name) else { return nil }
    let texts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return try Self.read(type, ParameterText.members(texts, name, explode: explode), name)
  }

  private func queryNode(_ name: String, _ style: ParameterStyle, explode: Bool) throws -> TextDecoder.Node? {
    if style == .deepObject { return try deepNode(name) }
    if explode {
      let members = try parameters.query.map { ($0.name, try text(of: $0)) }
      return members.isEmpty ? nil : TextDecoder.Node(members: members)
    }
    guard let item = parameters.query.first(where: { $0.name == name }) else { return nil }
    let texts = try ParameterText.texts(item.rawValue, name, style, explode: false, isList: true)
    return try ParameterText.members(texts, name, explode: false)
  }

  /// The members in `name[member]`.
  private func deepNode(_ name: String) throws -> TextDecoder.Node? {
    let members = try parameters.query.compactMap { item -> (String, String)? in
      guard item.name.hasPrefix(name + "["), item.name.hasSuffix("]") else { return nil }
      return (String(item.name.dropFirst(name.count + 1).dropLast()), try text(of: item))
    }
    return members.isEmpty ? nil : TextDecoder.Node(members: members)
  }

  private func text(of item: Parameters.Item) throws -> String {
    guard let text = item.value else {
      throw HandlerError.invalid(item.name, "is not percent-encoded correctly")
    }
    return text
  }

  private static func read<Value: Decodable>(
    _ type: Value.Type,
    _ node: TextDecoder.Node,
    _ name: String
  ) throws -> Value {
    do {
      return try TextDecoder(node, [FieldKey(name)]).value(type)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
  }
}

// MARK: - JSON in parameters

nonisolated extension ServerRequest {
  /// A query parameter that is written as JSON text and must be there.
  public func query<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value {
    guard let value = try queryIfPresent(name, json: type) else {
      throw HandlerError.invalid(name, "is missing")
    }
    return value
  }

  /// A query parameter that is written as JSON text, or nil if it is absent.
  public func queryIfPresent<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value? {
    guard let item = parameters.query.first(where: { $0.name == name }) else { return nil }
    return try Self.read(type, json: text(of: item), name)
  }

  /// A header that is written as JSON text and must be there.
  public func header<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value {
    guard let value = try headerIfPresent(name, json: type) else {
      throw HandlerError.invalid(name, "is missing")
    }
    return value
  }

  /// A header that is written as JSON text, or nil if it is absent.
  public func headerIfPresent<Value: Decodable>(_ name: String, json type: Value.Type) throws -> Value? {
    try headerText(name).map { try Self.read(type, json: $0, name) }
  }

  private static func read<Value: Decodable>(
    _ type: Value.Type,
    json text: String,
    _ name: String
  ) throws -> Value {
    do {
      return try JSONCoding.decode(type, from: Data(text.utf8), strict: true)
    } catch {
      throw HandlerError.invalid(name, CodingProblem(error).description)
    }
  }
}

// MARK: - Forms

nonisolated extension ServerRequest {
  /// The body as a form, `application/x-www-form-urlencoded`.
  ///
  /// - Throws: ``HandlerError`` with status 415 for another media type, 413 for too large a body, and 400 for one that
  ///   is not what the description says.
  public func form<Value: Decodable>(_ type: Value.Type) async throws -> Value {
    let text = try await self.text()
    try require("application/x-www-form-urlencoded") { $0 == "application/x-www-form-urlencoded" }
    let members = try Parameters.items(text[...], separatedBy: "&").map {
      ($0.name, try self.text(of: $0))
    }
    do {
      return try TextDecoder(TextDecoder.Node(members: members)).value(type)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
  }

  /// The body as several parts, `multipart/form-data`.
  ///
  /// - Throws: ``HandlerError`` with status 415 for another media type, 413 for too large a body, and 400 for one that
  ///   is not well-formed.
  public func multipart() async throws -> MultipartBody {
    try require("multipart/form-data") { $0 == "multipart/form-data" }
    let contentType = context.request.headerFields[.contentType] ?? ""
    guard let parts = MultipartReader.parts(of: try await data(), contentType) else {
      throw HandlerError(.badRequest, message: "expected parts as multipart/form-data has them")
    }
    return MultipartBody(parts)
  }
}
