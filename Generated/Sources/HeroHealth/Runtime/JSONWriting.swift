public import Foundation

/// How this package reads and writes JSON.
///
/// Models are `Codable` and work with any coder, though slower, and a list of instants or a byte string follows the
/// coder's settings: these are the API's. Use them for messages that arrive by other ways than a call, such as webhooks.
public nonisolated enum JSONCoding {
  /// Reads a value from JSON text.
  ///
  /// - Parameters:
  ///   - type: The type to read.
  ///   - data: JSON text in UTF-8.
  ///   - strict: Whether values that the description does not allow are refused: unknown enumeration values,
  ///     unknown members of unions, missing members that may be null. A server reads strictly; a client keeps what
  ///     it does not know, since an API may grow.
  /// - Throws: `DecodingError`; ``CodingProblem`` makes a text of it that is fit for logs.
  public static func decode<Value: Decodable>(
    _ type: Value.Type,
    from data: Data,
    strict: Bool = false
  ) throws -> Value {
    try value(type, from: data, strict: strict)
  }

  /// As ``decode(_:from:strict:)``, for a type that is found to be `Decodable` at run time.
  static func value<Value>(_ type: Value.Type, from data: Data, strict: Bool = false) throws -> Value {
    let document = try JSONDocument(data)
    return try JSONReader(document: document, index: 0, isStrict: strict).value(type)
  }

  /// Writes a value as JSON text: the members of models in the order of the description, others by name.
  ///
  /// - Throws: `EncodingError` for what JSON cannot carry, such as a number that is not finite.
  public static func encode<Value: Encodable>(_ value: Value) throws -> Data {
    let output = JSONOutput()
    try output.value(value)
    return Data(output.bytes)
  }

  /// A decoder with the settings of the API.
  ///
  /// - Parameter strict: As for ``decode(_:from:strict:)``.
  public static func decoder(strict: Bool = false) -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let text = try decoder.singleValueContainer().decode(String.self)
      return try DateTimeFormat.date(from: text, at: decoder.codingPath)
    }
    if strict { decoder.userInfo = strictUserInfo }
    return decoder
  }

  /// What a decoder, of whatever format, has as its `userInfo` to read strictly.
  public static let strictUserInfo: [CodingUserInfoKey: any Sendable] =
    CodingUserInfoKey.refusesUnknownValues.map { [$0: true] } ?? [:]

  /// An encoder with the settings of the API.
  public static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(DateTimeFormat.text(for: date, at: encoder.codingPath))
    }
    return encoder
  }
}

nonisolated extension CodingUserInfoKey {
  /// Set to `true` in a decoder that reads strictly.
  static let refusesUnknownValues = CodingUserInfoKey(rawValue: "refusesUnknownValues")
}

nonisolated extension Decoder {
  /// Whether values that the description does not allow are refused rather than kept.
  var isStrict: Bool {
    guard let key = CodingUserInfoKey.refusesUnknownValues else { return false }
    return userInfo[key] as? Bool ?? false
  }
}

// The values that are made of others, as they are read from a JSON document and written to JSON output.

nonisolated extension Array: JSONComposite {
  init(from json: JSONReader) throws {
    self = try json.elements(Element.self)
  }

  func write(to output: JSONOutput) throws {
    try output.elements(self)
  }
}

nonisolated extension Dictionary: JSONComposite where Key == String {
  init(from json: JSONReader) throws {
    self = try json.members(Value.self)
  }

  func write(to output: JSONOutput) throws {
    try output.object(self)
  }
}

nonisolated extension Optional: JSONComposite {
  init(from json: JSONReader) throws {
    self = json.kind == .null ? nil : try json.value(Wrapped.self)
  }

  func write(to output: JSONOutput) throws {
    if let self { try output.value(self) } else { output.null() }
  }
}

nonisolated extension Nullable: JSONComposite {
  init(from json: JSONReader) throws {
    self = json.kind == .null ? .null : .value(try json.value(Wrapped.self))
  }

  func write(to output: JSONOutput) throws {
    switch self {
    case .null: output.null()
    case .value(let value): try output.value(value)
    }
  }
}

nonisolated extension Box: JSONComposite {
  init(from json: JSONReader) throws {
    self.init(try json.value(Value.self))
  }

  func write(to output: JSONOutput) throws {
    try output.value(value)
  }
}

nonisolated extension JSONValue: JSONComposite {
  init(from json: JSONReader) throws {
    switch json.kind {
    case .null: self = .null
    case .boolean: self = .boolean(try json.boolean())
    case .string: self = .string(try json.string())
    case .array: self = .array(try json.elements(JSONValue.self))
    case .object: self = .object(try json.members(JSONValue.self))
    case .number:
      if let value = json.document.integer(json.index) {
        self = .integer(value)
      } else {
        self = .number(try json.number())
      }
    }
  }

  func write(to output: JSONOutput) throws {
    switch self {
    case .null: output.null()
    case .boolean(let value): output.boolean(value)
    case .integer(let value): try integer(value, output)
    case .number(let value): try output.number(value)
    case .string(let value): output.string(value)
    case .array(let value): try output.elements(value)
    case .object(let value): try output.object(value)
    }
  }

  /// In a comparison, `1` equals `1.0`.
  private func integer(_ value: Int, _ output: JSONOutput) throws {
    if output.isComparing, let number = Double(exactly: value) { return try output.number(number) }
    output.integer(value)
  }
}

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

/// How values of a type are read from a JSON document and written to JSON output.
///
/// Models say `value("address", Address.self)` for anything that is no plain scalar. What that comes to is found out
/// here once for each type and document, so that models need no more conformances, which cost compile time.
nonisolated enum JSONRoute {
  case string, integer, int32, int64, number, float, boolean
  case decimal, date, data
  case text(any ParameterValue.Type)
  case model(any FieldCodable.Type)
  case union(any UnionCodable.Type)
  case enumeration(any OpenEnumeration.Type)
  case closedEnumeration(any ClosedEnumeration.Type)
  case composite(any JSONComposite.Type)
  /// A type that only Foundation's coders can handle.
  case foreign(Any.Type)

  init(for type: Any.Type) {
    self =
      Self.scalar(type)
      ?? (type as? any FieldCodable.Type).map { $0 is any TupleCodable.Type ? .foreign($0) : .model($0) }
      ?? (type as? any JSONComposite.Type).map(JSONRoute.composite)
      ?? (type as? any OpenEnumeration.Type).map(JSONRoute.enumeration)
      ?? (type as? any ClosedEnumeration.Type).map(JSONRoute.closedEnumeration)
      ?? (type as? any UnionCodable.Type).map(JSONRoute.union)
      ?? .foreign(type)
  }

  private static func scalar(_ type: Any.Type) -> JSONRoute? {
    switch ObjectIdentifier(type) {
    case ObjectIdentifier(String.self): .string
    case ObjectIdentifier(Int.self): .integer
    case ObjectIdentifier(Int32.self): .int32
    case ObjectIdentifier(Int64.self): .int64
    case ObjectIdentifier(Double.self): .number
    case ObjectIdentifier(Float.self): .float
    case ObjectIdentifier(Bool.self): .boolean
    case ObjectIdentifier(Decimal.self): .decimal
    case ObjectIdentifier(Date.self): .date
    case ObjectIdentifier(Data.self): .data
    case ObjectIdentifier(UUID.self): .text(UUID.self)
    case ObjectIdentifier(URL.self): .text(URL.self)
    case ObjectIdentifier(CalendarDate.self): .text(CalendarDate.self)
    default: nil
    }
  }
}

/// The routes of the types met so far, each in the one place that its address leads to.
nonisolated struct JSONRoutes {
  private var types: [ObjectIdentifier?] = Array(repeating: nil, count: 64)
  private var routes: [JSONRoute] = Array(repeating: .string, count: 64)

  mutating func route<Value>(for type: Value.Type) -> JSONRoute {
    let identifier = ObjectIdentifier(type)
    let address = UInt(bitPattern: identifier)
    let place = Int((address >> 4 ^ address >> 10) & 63)
    if types[place] == identifier { return routes[place] }
    let route = JSONRoute(for: type)
    types[place] = identifier
    routes[place] = route
    return route
  }
}

/// A value that is made of others: lists, maps, and what stands around a value.
nonisolated protocol JSONComposite {
  init(from json: JSONReader) throws
  func write(to output: JSONOutput) throws
}

// MARK: - Reading

nonisolated extension JSONRoute {
  /// Reads a value of the route's type into memory that holds none.
  func read(_ json: JSONReader, into memory: UnsafeMutableRawBufferPointer) throws {
    switch self {
    case .string: store(try json.string(), memory)
    case .integer: store(try json.integer(), memory)
    case .int32: store(try fitting(Int32(exactly: json.integer()), json), memory)
    case .int64: store(Int64(try json.integer()), memory)
    case .number: store(try json.number(), memory)
    case .float: store(try fitting(Self.float(json.number()), json), memory)
    case .boolean: store(try json.boolean(), memory)
    case .decimal: store(try Self.decimal(json), memory)
    case .date: store(try json.date(), memory)
    case .data: store(try Self.data(json), memory)
    case .text(let type): try text(type, json, memory)
    case .model(let type): try model(type, json, memory)
    case .union(let type): try union(type, json, memory)
    case .enumeration(let type): try enumeration(type, json, memory)
    case .closedEnumeration(let type): try closedEnumeration(type, json, memory)
    case .composite(let type): try composite(type, json, memory)
    case .foreign(let type): try foreign(type, json, memory)
    }
  }

  private func store<Value>(_ value: Value, _ memory: UnsafeMutableRawBufferPointer) {
    memory.baseAddress?.initializeMemory(as: Value.self, to: value)
  }

  private func fitting<Value: ParameterValue>(_ value: Value?, _ json: JSONReader) throws -> Value {
    guard let value else { throw json.expected(Value.parameterExpectation) }
    return value
  }

  private static func float(_ number: Double) -> Float? {
    let float = Float(number)
    return float.isFinite ? float : nil
  }

  private static func decimal(_ json: JSONReader) throws -> Decimal {
    guard json.kind == .number else { throw json.mismatch(Double.self) }
    let text = json.document.numberText(json.index)
    guard let decimal = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) else {
      throw json.expected(Decimal.parameterExpectation)
    }
    return decimal
  }

  private static func data(_ json: JSONReader) throws -> Data {
    guard let data = Data(base64Encoded: try json.string()) else { throw json.expected("text in base64") }
    return data
  }

  private func text<Value: ParameterValue>(
    _ type: Value.Type,
    _ json: JSONReader,
    _ memory: UnsafeMutableRawBufferPointer
  ) throws {
    store(try fitting(Value(parameterText: json.string()), json), memory)
  }

  private func model<Value: FieldCodable>(
    _ type: Value.Type,
    _ json: JSONReader,
    _ memory: UnsafeMutableRawBufferPointer
  ) throws {
    store(try Value(from: FieldReader(json)), memory)
  }

  private func union<Value: UnionCodable>(
    _ type: Value.Type,
    _ json: JSONReader,
    _ memory: UnsafeMutableRawBufferPointer
  ) throws {
    store(try json.document.union(at: json.index) { try Value(from: UnionReader(json)) }, memory)
  }

  private func enumeration<Value: OpenEnumeration>(
    _ type: Value.Type,
    _ json: JSONReader,
    _ memory: UnsafeMutableRawBufferPointer
  ) throws {
    let value = Value(rawValue: try json.value(Value.RawValue.self))
    if json.isStrict && !value.isKnown { throw json.expected(Value.parameterExpectation) }
    store(value, memory)
  }

  private func closedEnumeration<Value: ClosedEnumeration>(
    _ type: Value.Type,
    _ json: JSONReader,
    _ memory: UnsafeMutableRawBufferPointer
  ) throws {
    guard let value = Value(rawValue: try json.value(Value.RawValue.self)) else {
      throw json.expected(Value.parameterExpectation)
    }
    store(value, memory)
  }

  private func composite<Value: JSONComposite>(
    _ type: Value.Type,
    _ json: JSONReader,
    _ memory: UnsafeMutableRawBufferPointer
  ) throws {
    store(try Value(from: json), memory)
  }

  /// Hands the text of the value to Foundation.
  private func foreign(_ type: Any.Type, _ json: JSONReader, _ memory: UnsafeMutableRawBufferPointer) throws {
    guard let type = type as? any Decodable.Type else { throw json.mismatch(type) }
    func read<Value: Decodable>(_ type: Value.Type) throws {
      let decoder = JSONCoding.decoder(strict: json.isStrict)
      store(try decoder.decode(type, from: json.document.fragment(json.index)), memory)
    }
    do {
      try read(type)
    } catch let error as DecodingError {
      throw error.at(json.codingPath)
    }
  }
}

nonisolated extension DecodingError {
  /// The same error of a value that is part of another.
  fileprivate func at(_ path: [any CodingKey]) -> DecodingError {
    func moved(_ context: Context) -> Context {
      Context(
        codingPath: path + context.codingPath,
        debugDescription: context.debugDescription,
        underlyingError: context.underlyingError
      )
    }
    return switch self {
    case .typeMismatch(let type, let context): .typeMismatch(type, moved(context))
    case .valueNotFound(let type, let context): .valueNotFound(type, moved(context))
    case .keyNotFound(let key, let context): .keyNotFound(key, moved(context))
    case .dataCorrupted(let context): .dataCorrupted(moved(context))
    @unknown default: self
    }
  }
}

// MARK: - Writing

nonisolated extension JSONRoute {
  /// Writes the value of the route's type that stands in memory.
  func write(_ memory: UnsafeRawPointer, to output: JSONOutput) throws {
    switch self {
    case .string: output.string(load(memory))
    case .integer: output.integer(load(memory))
    case .int32: output.integer(Int(load(memory) as Int32))
    case .int64: output.integer(Int(load(memory) as Int64))
    case .number: try output.number(load(memory))
    case .float: try float(load(memory), output)
    case .boolean: output.boolean(load(memory))
    case .decimal: try decimal(load(memory), output)
    case .date: try output.date(load(memory))
    case .data: output.string((load(memory) as Data).base64EncodedString())
    case .text(let type): text(type, memory, output)
    case .model(let type): try model(type, memory, output)
    case .union(let type): try union(type, memory, output)
    case .enumeration(let type): try enumeration(type, memory, output)
    case .closedEnumeration(let type): try closedEnumeration(type, memory, output)
    case .composite(let type): try composite(type, memory, output)
    case .foreign(let type): try foreign(type, memory, output)
    }
  }

  private func load<Value>(_ memory: UnsafeRawPointer) -> Value {
    memory.assumingMemoryBound(to: Value.self).pointee
  }

  /// The shortest text that is read as the same number; that of a `Double` would have more digits.
  private func float(_ value: Float, _ output: JSONOutput) throws {
    if Int(exactly: value) != nil || !value.isFinite { return try output.number(Double(value)) }
    output.numberText(value.description)
  }

  private func decimal(_ value: Decimal, _ output: JSONOutput) throws {
    guard value.isFinite || output.isComparing else {
      throw output.unwritable("JSON has only finite numbers.")
    }
    output.numberText(value.description)
  }

  private func text<Value: ParameterValue>(
    _ type: Value.Type,
    _ memory: UnsafeRawPointer,
    _ output: JSONOutput
  ) {
    output.string((load(memory) as Value).parameterText ?? "")
  }

  private func model<Value: FieldCodable>(
    _ type: Value.Type,
    _ memory: UnsafeRawPointer,
    _ output: JSONOutput
  ) throws {
    var fields = FieldWriter(output)
    memory.assumingMemoryBound(to: Value.self).pointee.write(to: &fields)
    try fields.finish()
  }

  private func union<Value: UnionCodable>(
    _ type: Value.Type,
    _ memory: UnsafeRawPointer,
    _ output: JSONOutput
  ) throws {
    var writer = UnionWriter(output)
    memory.assumingMemoryBound(to: Value.self).pointee.write(to: &writer)
    try writer.finish()
  }

  private func enumeration<Value: OpenEnumeration>(
    _ type: Value.Type,
    _ memory: UnsafeRawPointer,
    _ output: JSONOutput
  ) throws {
    try output.value((load(memory) as Value).rawValue)
  }

  private func closedEnumeration<Value: ClosedEnumeration>(
    _ type: Value.Type,
    _ memory: UnsafeRawPointer,
    _ output: JSONOutput
  ) throws {
    try output.value((load(memory) as Value).rawValue)
  }

  private func composite<Value: JSONComposite>(
    _ type: Value.Type,
    _ memory: UnsafeRawPointer,
    _ output: JSONOutput
  ) throws {
    try memory.assumingMemoryBound(to: Value.self).pointee.write(to: output)
  }

  private func foreign(_ type: Any.Type, _ memory: UnsafeRawPointer, _ output: JSONOutput) throws {
    guard let type = type as? any Encodable.Type else { throw output.unwritable("The type has no JSON.") }
    func write<Value: Encodable>(_ type: Value.Type) throws {
      try output.foreign(load(memory) as Value)
    }
    try write(type)
  }
}
