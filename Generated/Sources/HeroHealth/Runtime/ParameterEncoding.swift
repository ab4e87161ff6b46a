import Foundation

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

/// Texts that may stand in a header.
nonisolated enum HTTPHeaderText {
  /// Whether a text has none of the characters that end a header or are forbidden in it: CR, LF, NUL and the other
  /// control characters but the tab (RFC 9110, section 5.5).
  static func isLegal(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// Whether a text can stand in a cookie as it is (RFC 6265, section 4.1.1).
  static func isCookieValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\",;\\".utf8.contains($0) }
  }
}

/// The content of a parameter or of a field of a form: what the styles of OpenAPI write.
nonisolated enum ParameterContent: Sendable {
  case scalar(String)
  case list([ParameterContent])
  /// Members, and the object as JSON for places where no style can write one.
  case object([(name: String, value: ParameterContent)], json: JSONValue)

  /// The content of a value that is written as JSON: members sorted by name, absent and null ones left out.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry.
  init(_ value: some Encodable) throws {
    self.init(json: try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value)))
  }

  /// The content of a JSON value; that of `null` is empty.
  init(json: JSONValue) {
    switch json {
    case .null: self = .list([])
    case .boolean(let value): self = .scalar(value ? "true" : "false")
    case .integer(let value): self = .scalar(String(value))
    case .number(let value): self = .scalar(value.parameterText ?? "")
    case .string(let value): self = .scalar(value)
    case .array(let values): self = .list(values.filter { !$0.isNull }.map { ParameterContent(json: $0) })
    case .object(let members):
      self = .object(
        members.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
          .map { ($0.key, ParameterContent(json: $0.value)) },
        json: json
      )
    }
  }

  /// The content of a list of texts.
  init(texts: [String]) {
    self = .list(texts.map(ParameterContent.scalar))
  }

  /// Whether nothing would be written.
  var isEmpty: Bool {
    switch self {
    case .scalar: false
    case .list(let values): values.isEmpty
    case .object(let members, _): members.isEmpty
    }
  }

  /// Every text in it, from the first to the last.
  var texts: [String] {
    switch self {
    case .scalar(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .object(let members, _): members.flatMap(\.value.texts)
    }
  }
}

// MARK: - Flat content

/// What the styles other than `deepObject` can write: a text, a list of texts, or members with texts.
nonisolated enum FlatParameterContent: Sendable {
  case scalar(String)
  case list([String])
  case object([(name: String, value: String)])
}

nonisolated extension ParameterContent {
  /// The content without lists and objects inside others: a member that is a list becomes several of one name, an object
  /// inside becomes JSON text, since OpenAPI defines no form for it.
  ///
  /// - Throws: ``CodingProblem`` for a list inside a list.
  func flat() throws -> FlatParameterContent {
    switch self {
    case .scalar(let text): .scalar(text)
    case .list(let values): .list(try values.map { try $0.text() })
    case .object(let members, _):
      .object(
        try members.flatMap { name, value in
          do {
            if case .list(let values) = value { return try values.map { (name, try $0.text()) } }
            return [(name, try value.text())]
          } catch let problem as CodingProblem {
            throw CodingProblem([FieldKey(name)], problem.reason)
          }
        }
      )
    }
  }

  private func text() throws -> String {
    switch self {
    case .scalar(let text): text
    case .list: throw CodingProblem([], "is a list, which no parameter can carry there")
    case .object(_, let json): String(decoding: try JSONCoding.encode(json), as: UTF8.self)
    }
  }
}

// The styles of OpenAPI (3.1.1, “Style Values” and “Style Examples”).

nonisolated extension FlatParameterContent {
  /// The text for a path segment, percent-encoded.
  func pathText(_ name: String, _ style: ParameterStyle, explode: Bool, allowReserved: Bool) -> String {
    let name = PercentEncoding.encode(name)
    let encode = allowReserved ? PercentEncoding.encodeKeepingReservedOfPath : PercentEncoding.encode
    switch style {
    case .label:
      return "." + joined(by: explode ? "." : ",", explode: explode, encode)
    case .matrix:
      return matrixText(name, explode: explode, encode)
    default:
      return joined(by: ",", explode: explode, encode)
    }
  }

  private func matrixText(_ name: String, explode: Bool, _ encode: (String) -> String) -> String {
    switch self {
    case .list(let values) where explode:
      return values.map { ";" + Self.pair(name, encode($0)) }.joined()
    case .object(let members) where explode:
      return members.map { ";" + Self.pair(PercentEncoding.encode($0), encode($1)) }.joined()
    default:
      return ";" + Self.pair(name, joined(by: ",", explode: false, encode))
    }
  }

  private static func pair(_ name: String, _ value: String) -> String {
    value.isEmpty ? name : "\(name)=\(value)"
  }

  /// The items of a query, a form or a cookie header.
  ///
  /// - Parameters:
  ///   - name: The name, encoded.
  ///   - style: `form`, `spaceDelimited` or `pipeDelimited`; any other one is written like `form`.
  ///   - explode: Whether each element and member is an item of its own.
  ///   - encode: Encodes names of members and values.
  func items(
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    _ encode: (String) -> String
  ) -> [(name: String, value: String)] {
    switch (self, style) {
    case (.object(let members), _) where explode:
      members.map { (PercentEncoding.encode($0), encode($1)) }
    case (.list(let values), _) where explode:
      values.map { (name, encode($0)) }
    case (_, .spaceDelimited):
      [(name, joined(by: "%20", explode: false, encode))]
    case (_, .pipeDelimited):
      [(name, joined(by: "%7C", explode: false, encode))]
    default:
      [(name, joined(by: ",", explode: false, encode))]
    }
  }

  /// The text for a header, which is not percent-encoded (OpenAPI 3.1.1, “Parameter Object”).
  func headerText(explode: Bool) -> String {
    joined(by: ",", explode: explode) { $0 }
  }

  private func joined(by separator: String, explode: Bool, _ encode: (String) -> String) -> String {
    switch self {
    case .scalar(let value):
      encode(value)
    case .list(let values):
      values.map(encode).joined(separator: separator)
    case .object(let members) where explode:
      members.map { encode($0) + "=" + encode($1) }.joined(separator: separator)
    case .object(let members):
      members.map { encode($0) + separator + encode($1) }.joined(separator: separator)
    }
  }
}

nonisolated extension ParameterContent {
  /// The items of a query or a form, percent-encoded.
  ///
  /// - Throws: ``CodingProblem`` for content that nests deeper than the style can write.
  func queryItems(
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool
  ) throws -> [(name: String, value: String)] {
    if isEmpty { return [] }
    let encode = allowReserved ? PercentEncoding.encodeKeepingReserved : PercentEncoding.encode
    let name = PercentEncoding.encode(name)
    if style == .deepObject { return deepItems(name, encode) }
    return try flat().items(name, style, explode: explode, encode)
  }

  /// The items of style `deepObject`: `filter[kind]=a&filter[ids][]=1&filter[rows][0][x]=2`.
  ///
  /// OpenAPI defines members that are scalars; lists and objects in them are written as most servers read them.
  private func deepItems(_ name: String, _ encode: (String) -> String) -> [(name: String, value: String)] {
    switch self {
    case .scalar(let text):
      [(name, encode(text))]
    case .list(let values):
      values.enumerated().flatMap { index, value in
        if case .scalar = value { return value.deepItems(name + "%5B%5D", encode) }
        return value.deepItems("\(name)%5B\(index)%5D", encode)
      }
    case .object(let members, _):
      members.flatMap { $1.deepItems(name + "%5B" + PercentEncoding.encode($0) + "%5D", encode) }
    }
  }
}

/// How a parameter that is a list or an object is written (OpenAPI 3.1, “Style Values”).
public nonisolated enum ParameterStyle: Hashable, Sendable {
  /// `a,b`: the default in paths and headers.
  case simple
  /// `.a.b`, in paths.
  case label
  /// `;name=a;name=b`, in paths.
  case matrix
  /// `name=a&name=b`: the default in queries and cookies.
  case form
  /// `name=a%20b`, in queries.
  case spaceDelimited
  /// `name=a%7Cb`, in queries.
  case pipeDelimited
  /// `name%5Bmember%5D=a`, in queries.
  case deepObject
  /// `name=a; name=b`, in cookies, not percent-encoded.
  case cookie

  /// Whether members are written apart unless the description says otherwise.
  public var explodesByDefault: Bool {
    self == .form || self == .deepObject || self == .cookie
  }
}

/// Percent-encoding of RFC 3986, section 2.
nonisolated enum PercentEncoding {
  /// Encodes everything but unreserved characters.
  static func encode(_ text: String) -> String {
    encode(text, isUnreserved)
  }

  /// Encodes what may not stand in a query, and what separates there: reserved characters stay as they are.
  static func encodeKeepingReserved(_ text: String) -> String {
    encode(text) { isUnreserved($0) || "!$'()*,;=:@/?".utf8.contains($0) }
  }

  /// Encodes what may not stand in a segment of a path, and what ends one: reserved characters stay as they are.
  static func encodeKeepingReservedOfPath(_ text: String) -> String {
    encode(text) { isUnreserved($0) || "!$&'()*+,;=:@".utf8.contains($0) }
  }

  /// Encodes what may not stand in a path, for the fixed part of a path template.
  static func encodePathLiteral(_ text: String) -> String {
    encode(text) { isUnreserved($0) || "!$&'()*+,;=:@/%".utf8.contains($0) }
  }

  /// Decodes text, or nil if an escape is malformed or the result is not UTF-8.
  static func decode(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else {
          return nil
        }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes)
  }

  private static func encode(_ text: String, _ isAllowed: (UInt8) -> Bool) -> String {
    if text.utf8.allSatisfy(isAllowed) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 3)
    for byte in text.utf8 {
      if isAllowed(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

nonisolated extension String {
  /// The text of bytes that are UTF-8, or nil if they are not.
  fileprivate init?(validating bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes) else { return nil }
    self = text
  }
}
