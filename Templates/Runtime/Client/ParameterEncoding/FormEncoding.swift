/// How one field of a form is written, where that is not the usual way (OpenAPI 3.1.1, “Encoding Object”).
public nonisolated struct FormEncoding: Hashable, Sendable {
  /// The name of the field.
  public let name: String

  /// The style of the field.
  public let style: ParameterStyle

  /// Whether the elements and members of the field are written apart.
  public let explode: Bool

  /// Whether reserved characters stay as they are.
  public let allowReserved: Bool

  /// The encoding of a field.
  ///
  /// - Parameters:
  ///   - name: The name of the field.
  ///   - style: The style of the field.
  ///   - explode: Whether elements and members are written apart; as the style has it unless given.
  ///   - allowReserved: Whether reserved characters stay as they are.
  public init(
    _ name: String,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    allowReserved: Bool = false
  ) {
    self.name = name
    self.style = style
    self.explode = explode ?? style.explodesByDefault
    self.allowReserved = allowReserved
  }
}

/// The fields of a form, `application/x-www-form-urlencoded`.
nonisolated enum FormContent {
  /// The items of a form, percent-encoded: the members of an object, sorted by name; null members are left out.
  ///
  /// - Parameters:
  ///   - value: The object.
  ///   - style: The style of lists and objects; with `form`, lists are repeated and objects written as JSON.
  ///   - encoding: The fields that are written in other ways.
  /// - Throws: ``CodingProblem`` for a value that is no object, or nests deeper than the style of a field can write.
  static func items(
    _ value: some Encodable,
    _ style: ParameterStyle,
    _ encoding: [FormEncoding]
  ) throws -> [(name: String, value: String)] {
    let json = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value))
    guard let members = json.object else { throw CodingProblem([], "expected an object") }
    let encodings = Dictionary(encoding.map { ($0.name, $0) }) { first, _ in first }
    return try members.sorted { $0.key < $1.key }.flatMap { name, value in
      if let encoding = encodings[name] {
        return try ParameterContent(json: value).queryItems(
          name,
          encoding.style,
          explode: encoding.explode,
          allowReserved: encoding.allowReserved
        )
      }
      guard style == .form else {
        return try ParameterContent(json: value)
          .queryItems(name, style, explode: style.explodesByDefault, allowReserved: false)
      }
      return try usualItems(name, value)
    }
  }

  /// A field without an encoding: a list is repeated, an object is JSON (OpenAPI 3.1.1, “Encoding Object”).
  private static func usualItems(_ name: String, _ value: JSONValue) throws -> [(name: String, value: String)]
  {
    switch value {
    case .array(let values):
      return try values.flatMap { try usualItems(name, $0.array == nil ? $0 : .string(text(of: $0))) }
    case .object:
      return [(PercentEncoding.encode(name), PercentEncoding.encode(try text(of: value)))]
    default:
      return try ParameterContent(json: value).queryItems(name, .form, explode: true, allowReserved: false)
    }
  }

  private static func text(of value: JSONValue) throws -> String {
    String(decoding: try JSONCoding.encode(value), as: UTF8.self)
  }
}
