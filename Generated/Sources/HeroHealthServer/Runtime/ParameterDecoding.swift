import Foundation
import HTTPTypes
import HeroHealth

/// Takes the values of lists apart, as the styles of OpenAPI write them.
nonisolated enum ParameterText {
  /// The values in a text that is still percent-encoded.
  ///
  /// - Throws: ``HandlerError`` with status 400 for text that is not percent-encoded correctly.
  static func texts(
    _ raw: Substring,
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    isList: Bool
  ) throws -> [String] {
    let (text, separator) = try unwrapped(raw, name, style, explode: explode)
    if isList && text.isEmpty { return [] }
    let pieces = isList ? text.components(separatedBy: separator) : [String(text)]
    return try pieces.map { piece in
      guard let value = piece.removingPercentEncoding else {
        throw HandlerError.invalid(name, "is not percent-encoded correctly")
      }
      return value
    }
  }

  /// The text without what the style puts before it, and what separates values there.
  private static func unwrapped(
    _ raw: Substring,
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool
  ) throws -> (text: Substring, separator: String) {
    switch style {
    case .label:
      guard raw.hasPrefix(".") else { throw HandlerError.invalid(name, "expected a value behind a dot") }
      return (raw.dropFirst(), explode ? "." : ",")
    case .matrix:
      let prefix = ";\(name)="
      guard raw.hasPrefix(prefix) else { throw HandlerError.invalid(name, "expected a value behind ;name=") }
      return (raw.dropFirst(prefix.count), explode ? prefix : ",")
    case .spaceDelimited:
      return (raw.replacingOccurrences(of: "+", with: "%20")[...], "%20")
    case .pipeDelimited:
      return (
        raw.replacingOccurrences(of: "%7c", with: "|").replacingOccurrences(of: "%7C", with: "|")[...], "|"
      )
    case .form:
      return (raw.replacingOccurrences(of: "+", with: "%20")[...], ",")
    case .simple, .deepObject, .cookie:
      return (raw, ",")
    }
  }

  /// The members in texts that are names and values in turn, or, exploded, pairs with an equals sign.
  ///
  /// - Throws: ``HandlerError`` with status 400 for a name without a value.
  static func members(_ texts: [String], _ name: String, explode: Bool) throws -> TextDecoder.Node {
    var members: [(name: String, value: String)] = []
    if explode {
      for text in texts {
        let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { throw HandlerError.invalid(name, "expected member=value") }
        members.append((String(pair[0]), String(pair[1])))
      }
    } else {
      guard texts.count.isMultiple(of: 2) else {
        throw HandlerError.invalid(name, "expected names and values in turn")
      }
      for index in stride(from: 0, to: texts.count, by: 2) {
        members.append((texts[index], texts[index + 1]))
      }
    }
    return TextDecoder.Node(members: members)
  }

  /// The members in pairs with an equals sign that are still percent-encoded.
  static func pairs(_ raw: Substring, _ name: String, separator: Character) throws -> TextDecoder.Node {
    let texts = try raw.split(separator: separator).map { piece in
      guard let text = piece.removingPercentEncoding else {
        throw HandlerError.invalid(name, "is not percent-encoded correctly")
      }
      return text
    }
    return try members(texts, name, explode: true)
  }
}

nonisolated extension ServerRequest {
  /// The target and the cookies of a request, taken apart but not decoded: what separates values must be found first.
  nonisolated struct Parameters: Sendable {
    /// One parameter.
    nonisolated struct Item: Sendable {
      /// The name, decoded.
      let name: String

      /// The value as it came.
      let rawValue: Substring

      /// The value, or nil if it is not percent-encoded correctly.
      var value: String? {
        Parameters.decode(rawValue)
      }
    }

    /// The path without the query, as it came.
    let rawPath: Substring

    /// The query without its question mark, as it came.
    let rawQuery: Substring

    /// The items of the query in their order.
    let query: [Item]

    /// The cookies in their order.
    let cookies: [Item]

    init(_ request: HTTPRequest) {
      let target = request.path ?? "/"
      let mark = target.firstIndex(of: "?") ?? target.endIndex
      rawPath = target[..<mark]
      rawQuery = target[mark...].dropFirst()
      query = Self.items(rawQuery, separatedBy: "&")
      cookies = Self.items((request.headerFields[.cookie] ?? "")[...], separatedBy: ";")
    }

    /// The items of a query, a form or a cookie header.
    static func items(_ text: Substring, separatedBy separator: Character) -> [Item] {
      text.split(separator: separator).map { pair in
        let mark = pair.firstIndex(of: "=") ?? pair.endIndex
        let name = pair[..<mark].drop { $0 == " " }
        return Item(name: decode(name) ?? String(name), rawValue: pair[mark...].dropFirst())
      }
    }

    /// Decodes a value, where `+` means a space; nil if it is not percent-encoded correctly.
    static func decode(_ text: Substring) -> String? {
      text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }
  }
}

/// Reads values from the text of parameters and forms, where every scalar is text: what is read as a number has to
/// look like one. It reads strictly, as a server does.
nonisolated struct TextDecoder: Decoder {
  let node: TextDecoder.Node
  let codingPath: [any CodingKey]

  init(_ node: TextDecoder.Node, _ codingPath: [any CodingKey] = []) {
    self.node = node
    self.codingPath = codingPath
  }

  var userInfo: [CodingUserInfoKey: Any] { JSONCoding.strictUserInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let members = node.members else {
      throw DecodingError.typeMismatch([String: Any].self, context("Expected an object."))
    }
    return KeyedDecodingContainer(TextKeyedContainer(members: members, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard node.isList else { throw DecodingError.typeMismatch([Any].self, context("Expected an array.")) }
    return TextUnkeyedContainer(nodes: node.elements, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    TextValueContainer(decoder: self)
  }

  private func context(_ text: String) -> DecodingError.Context {
    DecodingError.Context(codingPath: codingPath, debugDescription: text)
  }

  /// A scalar.
  func scalar<Value: LosslessStringConvertible>(_ type: Value.Type) throws -> Value {
    guard case .text(let text) = node, let value = Value(text) else {
      throw DecodingError.typeMismatch(type, context("Expected another text."))
    }
    return value
  }

  /// A scalar that a parameter has a stricter form for than Swift: no infinities and no hexadecimal numbers.
  func parameter<Value: ParameterValue>(_ type: Value.Type) throws -> Value {
    guard case .text(let text) = node, let value = Value(parameterText: text) else {
      throw DecodingError.typeMismatch(type, context("Expected \(Value.parameterExpectation)."))
    }
    return value
  }

  /// A value of any type.
  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == Date.self, let date = try parameter(Date.self) as? Value { return date }
    return try Value(from: self)
  }
}

/// One value.
nonisolated struct TextValueContainer: SingleValueDecodingContainer {
  let decoder: TextDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { false }
  func decode(_ type: Bool.Type) throws -> Bool { try decoder.scalar(type) }
  func decode(_ type: String.Type) throws -> String { try decoder.scalar(type) }
  func decode(_ type: Double.Type) throws -> Double { try decoder.parameter(type) }
  func decode(_ type: Float.Type) throws -> Float { try decoder.parameter(type) }
  func decode(_ type: Int.Type) throws -> Int { try decoder.scalar(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try decoder.scalar(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try decoder.scalar(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try decoder.scalar(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try decoder.scalar(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try decoder.scalar(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.scalar(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.scalar(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.scalar(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.scalar(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }
}

/// The members of an object.
nonisolated struct TextKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [String: TextDecoder.Node]
  let codingPath: [any CodingKey]

  var allKeys: [Key] { members.keys.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { !contains(key) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(key).value(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { TextDecoder(.object(members), codingPath) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: Key) throws -> TextDecoder {
    guard let node = members[key.stringValue] else {
      let context = DecodingError.Context(codingPath: codingPath, debugDescription: "The member is missing.")
      throw DecodingError.keyNotFound(key, context)
    }
    return TextDecoder(node, codingPath + [key])
  }
}

/// The elements of a list.
nonisolated struct TextUnkeyedContainer: UnkeyedDecodingContainer {
  let nodes: [TextDecoder.Node]
  let codingPath: [any CodingKey]
  var currentIndex = 0

  init(nodes: [TextDecoder.Node], codingPath: [any CodingKey]) {
    self.nodes = nodes
    self.codingPath = codingPath
  }

  var count: Int? { nodes.count }

  var isAtEnd: Bool { currentIndex >= nodes.count }

  mutating func decodeNil() -> Bool { false }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().value(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    try next()
  }

  private mutating func next() throws -> TextDecoder {
    let path = codingPath + [IndexKey(currentIndex)]
    guard !isAtEnd else {
      let context = DecodingError.Context(
        codingPath: path,
        debugDescription: "The list has no more elements."
      )
      throw DecodingError.valueNotFound(TextDecoder.Node.self, context)
    }
    defer { currentIndex += 1 }
    return TextDecoder(nodes[currentIndex], path)
  }
}

nonisolated extension TextUnkeyedContainer {
  /// The place of an element in a list.
  private nonisolated struct IndexKey: CodingKey {
    let index: Int

    init(_ index: Int) {
      self.index = index
    }

    var stringValue: String { String(index) }

    var intValue: Int? { index }

    init?(stringValue: String) {
      return nil
    }

    init?(intValue: Int) {
      index = intValue
    }
  }
}

nonisolated extension TextDecoder {
  /// What the text of parameters and forms has for JSON: text, lists and objects, without types.
  nonisolated enum Node: Hashable, Sendable {
    case text(String)
    case list([Node])
    case object([String: Node])

    /// A list; of one text, the text: a list of one is told from a scalar only by who reads it.
    init(texts: [String]) {
      if texts.count == 1, let text = texts.first {
        self = .text(text)
      } else {
        self = .list(texts.map(Node.text))
      }
    }

    /// Members by name; a name that comes several times makes a list.
    init(members: [(name: String, value: String)]) {
      self = .object(Dictionary(grouping: members, by: \.name).mapValues { Node(texts: $0.map(\.value)) })
    }

    /// The elements of a list, also of one whose elements are numbered; anything else is a list of one.
    var elements: [Node] {
      switch self {
      case .list(let nodes):
        return nodes
      case .object(let members):
        let numbered = members.compactMap { name, node in Int(name).map { ($0, node) } }
        guard numbered.count == members.count else { return [self] }
        return numbered.sorted { $0.0 < $1.0 }.map(\.1)
      case .text:
        return [self]
      }
    }

    /// Whether the node can be read as a list.
    var isList: Bool {
      if case .object(let members) = self { members.keys.allSatisfy { Int($0) != nil } } else { true }
    }

    /// The members of an object; of a text, those of the JSON that it is. Nil if there are none to read.
    var members: [String: Node]? {
      switch self {
      case .object(let members): members
      case .text(let text): Self.json(text)
      case .list: nil
      }
    }

    private static func json(_ text: String) -> [String: Node]? {
      guard text.utf8.first == UInt8(ascii: "{"),
        let value = try? JSONCoding.decode(JSONValue.self, from: Data(text.utf8)),
        case .object(let members) = Node(json: value)
      else { return nil }
      return members
    }

    /// JSON as text has it; `null` is left out.
    private init(json: JSONValue) {
      switch json {
      case .null: self = .list([])
      case .boolean(let value): self = .text(value ? "true" : "false")
      case .integer(let value): self = .text(String(value))
      case .number(let value): self = .text(String(value))
      case .string(let value): self = .text(value)
      case .array(let values): self = .list(values.map { Node(json: $0) })
      case .object(let members):
        self = .object(members.filter { !$0.value.isNull }.mapValues { Node(json: $0) })
      }
    }
  }
}

// MARK: - Brackets

nonisolated extension TextDecoder.Node {
  /// How many brackets a name may have.
  private static let depthLimit = 32

  /// Members with brackets in their names: `filter[kind]=a&ids[]=1&rows[0][x]=2`. Nil if there are too many brackets.
  init?(bracketed items: [(name: String, value: String)]) {
    var entries: [(path: ArraySlice<Substring>, value: String)] = []
    for (name, value) in items {
      let path = Self.path(of: name)
      guard path.count <= Self.depthLimit else { return nil }
      entries.append((path[...], value))
    }
    self = Self.object(entries)
  }

  /// `rows[0][x]` as `rows`, `0`, `x`; a name without brackets, or with other ones, stays whole.
  private static func path(of name: String) -> [Substring] {
    guard let open = name.firstIndex(of: "["), open > name.startIndex, name.hasSuffix("]") else {
      return [name[...]]
    }
    let rest = name[name.index(after: open)...].dropLast()
    return [name[..<open]] + rest.components(separatedBy: "][").map { $0[...] }
  }

  private static func object(_ entries: [(path: ArraySlice<Substring>, value: String)]) -> TextDecoder.Node {
    let groups = Dictionary(grouping: entries) { $0.path.first ?? "" }
    var members: [String: TextDecoder.Node] = [:]
    for (name, group) in groups {
      members[String(name)] = node(group.map { ($0.path.dropFirst(), $0.value) })
    }
    return .object(members)
  }

  private static func node(_ entries: [(path: ArraySlice<Substring>, value: String)]) -> TextDecoder.Node {
    let texts = entries.filter(\.path.isEmpty).map(\.value)
    guard texts.count < entries.count else { return TextDecoder.Node(texts: texts) }
    let deeper = entries.filter { !$0.path.isEmpty }
    guard deeper.allSatisfy({ $0.path.first?.isEmpty == true }) else { return object(deeper) }
    // `[]`: each entry is an element of its own.
    return .list(deeper.map { node([($0.path.dropFirst(), $0.value)]) })
  }
}
