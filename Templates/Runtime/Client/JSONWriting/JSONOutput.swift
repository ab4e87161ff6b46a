import Foundation

/// JSON text that is being written, or the bytes that stand for a value in a comparison.
///
/// The text is one writer's own, so that nothing is gained from checks that no two accesses overlap.
nonisolated final class JSONOutput {
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// What only Foundation can write, as far as a comparison is concerned.
  private(set) var foreignValues: [AnyHashable] = []
  /// Whether this is for a comparison: then nothing is missing that tells two values of a type apart, there is
  /// nothing that cannot be written, and the bytes are no JSON.
  let isComparing: Bool
  @exclusivity(unchecked) private var routes = JSONRoutes()

  init(isComparing: Bool = false) {
    self.isComparing = isComparing
    bytes.reserveCapacity(256)
  }

  /// How values of a type are written, found out once.
  private func route<Value>(for type: Value.Type) -> JSONRoute {
    routes.route(for: type)
  }

  // MARK: - Values

  /// A value of any type.
  func value<Value>(_ value: Value) throws {
    try write(value, by: route(for: Value.self))
  }

  private func write<Value>(_ value: Value, by route: JSONRoute) throws {
    try withUnsafePointer(to: value) { try route.write(UnsafeRawPointer($0), to: self) }
  }

  /// An array.
  func elements<Element>(_ elements: [Element]) throws {
    let route = route(for: Element.self)
    bytes.append(UInt8(ascii: "["))
    // Elements are written where they stand, since a copy of each would have to look up its type.
    try elements.withUnsafeBytes { memory in
      guard var place = memory.baseAddress else { return }
      for position in 0..<elements.count {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        do {
          try route.write(place, to: self)
        } catch let error as EncodingError {
          throw error.at(FieldIndex(position))
        }
        place += MemoryLayout<Element>.stride
      }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An object, its members in the order of their names.
  func object<Member>(_ members: [String: Member]) throws {
    bytes.append(UInt8(ascii: "{"))
    try self.members(members)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Members of the object that is being written, in the order of their names.
  func members<Member>(_ members: [String: Member]) throws {
    let route = route(for: Member.self)
    for (name, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      self.name(name)
      if isComparing { string(name) }
      do {
        try write(member, by: route)
      } catch let error as EncodingError {
        throw error.at(FieldKey(stringValue: name))
      }
    }
  }

  // MARK: - Parts

  func beginObject() { bytes.append(UInt8(ascii: "{")) }
  func endObject() { bytes.append(UInt8(ascii: "}")) }

  /// The name of the next member, with the comma before it and the colon behind.
  func name(_ name: String) {
    // Models of one type write the same members in the same order.
    if isComparing { return bytes.append(UInt8(ascii: ",")) }
    // A value never ends in an opening brace: a string ends in its quote.
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A member that is left out.
  func nothing() {
    if isComparing { bytes.append(UInt8(ascii: "-")) }
  }

  func null() { bytes.append(contentsOf: "null".utf8) }
  func boolean(_ value: Bool) { bytes.append(contentsOf: value ? "true".utf8 : "false".utf8) }

  func integer(_ value: Int) {
    if isComparing { return raw(0xFE, value) }
    bytes.append(contentsOf: String(value).utf8)
  }

  func numberText(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// The memory of a value behind a byte that no text begins with.
  private func raw<Value: BitwiseCopyable>(_ mark: UInt8, _ value: Value) {
    bytes.append(mark)
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  /// - Throws: `EncodingError` for what is not finite.
  func number(_ value: Double) throws {
    if isComparing { return raw(0xFD, value == 0 ? 0 : value) }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53, whole != 0 || value.sign == .plus {
      return integer(whole)
    }
    guard value.isFinite else { throw unwritable("JSON has only finite numbers.") }
    bytes.append(contentsOf: value.description.utf8)
  }

  func string(_ value: String) {
    if isComparing {
      // No text holds this byte, which ends it.
      bytes.append(contentsOf: value.utf8)
      return bytes.append(0xFF)
    }
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { content in
      var start = 0
      for position in 0..<content.count {
        let byte = content[position]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start..<position]))
        escape(byte)
        start = position + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    default:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }
  }

  /// - Throws: `EncodingError` outside the years 0 to 9999.
  func date(_ value: Date) throws {
    // Text has milliseconds; instants that differ by less are not equal.
    if isComparing { return try number(value.timeIntervalSinceReferenceDate) }
    string(try DateTimeFormat.text(for: value, at: []))
  }

  // MARK: - What Foundation has to write

  /// - Throws: What encoding it throws.
  func foreign(_ value: some Encodable) throws {
    if isComparing, let value = value as? any Hashable {
      foreignValues.append(AnyHashable(value))
      bytes.append(UInt8(ascii: "?"))
    } else {
      bytes.append(contentsOf: try JSONCoding.encoder().encode(value))
    }
  }

  func unwritable(_ reason: String) -> EncodingError {
    .invalidValue("", EncodingError.Context(codingPath: [], debugDescription: reason))
  }
}

// MARK: - Comparing

nonisolated extension JSONOutput: Hashable {
  /// What a model writes, to be compared with what another writes.
  convenience init(comparing model: some FieldCodable) {
    self.init(isComparing: true)
    var fields = FieldWriter(self)
    model.write(to: &fields)
  }

  /// What a union writes, to be compared with what another writes.
  convenience init(comparing union: some UnionCodable) {
    self.init(isComparing: true)
    var writer = UnionWriter(self)
    union.write(to: &writer)
  }

  static func == (left: JSONOutput, right: JSONOutput) -> Bool {
    left.bytes == right.bytes && left.foreignValues == right.foreignValues
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
    hasher.combine(foreignValues)
  }

  /// Whether two values are the same byte for byte, as a value and its copy are: then both write the same, and need not.
  static func areSame<Value>(_ left: Value, _ right: Value) -> Bool {
    withUnsafeBytes(of: left) { left in
      withUnsafeBytes(of: right) { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return true }
        return memcmp(first, second, left.count) == 0
      }
    }
  }
}

nonisolated extension EncodingError {
  /// The same error of a value that is part of another.
  func at(_ key: any CodingKey) -> EncodingError {
    guard case .invalidValue(let value, let context) = self else { return self }
    let moved = Context(
      codingPath: [key] + context.codingPath,
      debugDescription: context.debugDescription,
      underlyingError: context.underlyingError
    )
    return .invalidValue(value, moved)
  }
}
