import Foundation

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
