public import ClientRuntime
import HTTPTypes

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
