import ClientRuntime
import Foundation

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
